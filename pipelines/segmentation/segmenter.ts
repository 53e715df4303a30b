import { join } from 'node:path';
import nodejieba from 'nodejieba';
import type { Words } from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';

/** Digest of the dictionary that the process-global segmenter holds at present. */
let loaded: string | undefined;

/** A pure view on the segmenter with this lexicon's words. */
export interface Segmenter {
  /** Words of the text end to end; their lengths sum to its length, whatever the text. */
  words(text: string): Words;
}

/**
 * nodejieba keeps one dictionary for the whole process: it is loaded once for each lexicon digest, and again
 * only when a caller comes with another lexicon.
 */
export function createSegmenter(lexicon: Lexicon): Segmenter {
  const digest = `${lexicon.digests.words}-${lexicon.digests.organisations}-${lexicon.digests.places}`;
  return {
    words(text) {
      if (loaded !== digest) {
        loadDictionary(lexicon);
        loaded = digest;
      }
      return align(text, nodejieba.tag(text));
    },
  };
}

/** One string for each tag, a few dozens: those that native code makes are strangers to one another, slow to compare. */
const knownTags = new Map<string, string>();

function knownTag(tag: string): string {
  const known = knownTags.get(tag);
  if (known === undefined) knownTags.set(tag, tag);
  return known ?? tag;
}

/** Its keywords are not asked for: the list of how rare each word is would cost every process half a second and 20 MB. */
const noKeywords = join(import.meta.dirname, 'no-keywords.utf8');

function loadDictionary(lexicon: Lexicon): void {
  nodejieba.load({ idfDict: noKeywords, stopWordDict: noKeywords });
  for (const [tag, words] of Object.entries(lexicon.words.words)) {
    for (const word of words) nodejieba.insertWord(word, tag);
  }
  for (const word of lexicon.organisations.bodies) nodejieba.insertWord(word, 'nt');
  for (const division of lexicon.places.divisions) {
    nodejieba.insertWord(division.name, 'ns');
    for (const former of division.former) nodejieba.insertWord(former.name, 'ns');
  }
}

/** The segmenter drops or alters characters that are no valid UTF-8: lengths follow the text, not its words. */
function align(text: string, tagged: readonly { word: string; tag: string }[]): Words {
  const lengths: number[] = [];
  const tags: string[] = [];
  let at = 0;
  const skipTo = (to: number) => {
    if (to <= at) return;
    lengths.push(to - at);
    tags.push('x');
    at = to;
  };
  for (const { word, tag } of tagged) {
    if (word.length === 0) continue;
    const from = text.startsWith(word, at) ? at : text.indexOf(word, at);
    if (from < 0) continue;
    skipTo(from);
    lengths.push(word.length);
    tags.push(knownTag(tag));
    at += word.length;
  }
  skipTo(text.length);
  return { lengths, tags };
}
