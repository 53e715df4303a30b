import { readFileSync } from 'node:fs';
import type { Lexicon } from '../../lexicon/index.js';
import { fingerprintOf, type MatterText, sameMatter, unitFormOf } from '../../pipelines/duplicates/index.js';
import { createPaperIndex, keysOf } from '../../register/lookup/index.js';
import { createTextReader } from './text-reader.js';

/** More look-alikes than this filing never looks at. */
const mostCandidates = 48;
/** Shorter bodies are no letters: a word of thanks stands in many. */
const shortestBody = 30;
const groupsRead = 50;

interface Pair {
  a: number;
  b: number;
  exact: boolean;
  similarity: number;
}

/** Papers of a JSON-lines file with `body` fields that are taken for one matter. */
export interface MessageGroups {
  bodies: string[];
  /** Bodies that stand in the file before, and those of them that were found. */
  exact: number;
  exactFound: number;
  pairs: Pair[];
}

/** Groups the messages as filing would, each read as a typed letter. */
export async function groupMessages(file: string, lexicon: Lexicon): Promise<MessageGroups> {
  const bodies = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => String((JSON.parse(line) as { body?: unknown }).body ?? '').trim());
  const read = createTextReader(lexicon);
  const index = createPaperIndex();
  const byBody = new Map<string, number>();
  const byText = new Map<string, number[]>();
  const papers: MatterText[] = [];
  const groups: MessageGroups = { bodies, exact: 0, exactFound: 0, pairs: [] };
  for (const [i, body] of bodies.entries()) {
    const { sealed } = await read(body, '2020-01-01');
    // What is taken for several items is one message all the same.
    const only = sealed.length === 1 ? sealed[0]! : null;
    const text = only?.text ?? body;
    const paper = { text, recognised: false, sealed: only ?? { mentions: [], accused: [] } };
    papers.push(paper);
    const fingerprint = fingerprintOf({ text, accused: paper.sealed.accused });
    const twins = byText.get(fingerprint.textHash) ?? [];
    const candidates = new Set([...twins, ...index.find(fingerprint, mostCandidates).map((l) => l.itemId)]);
    index.add(i, keysOf(fingerprint));
    byText.set(fingerprint.textHash, [...twins, i]);
    const before = body.length > shortestBody ? byBody.get(body) : undefined;
    if (before !== undefined) groups.exact++;
    else byBody.set(body, i);
    for (const j of candidates) {
      const { same, similarity } = sameMatter(paper, papers[j]!, unitFormOf(lexicon));
      if (!same) continue;
      if (j === before) groups.exactFound++;
      groups.pairs.push({ a: j, b: i, exact: bodies[j] === body, similarity });
    }
  }
  return groups;
}

/** Pairs that are no exact repeats, evenly chosen from the most to the least alike. */
export function groupsToRead({ bodies, pairs }: MessageGroups): string {
  const others = pairs.filter((p) => !p.exact).sort((x, y) => x.similarity - y.similarity);
  const step = Math.max(1, others.length / groupsRead);
  return Array.from({ length: Math.min(groupsRead, others.length) }, (_, i) => others[Math.floor(i * step)]!)
    .map(
      ({ a, b, similarity }, i) => `#${i + 1} ${similarity.toFixed(3)}\nA: ${bodies[a]}\nB: ${bodies[b]}\n`,
    )
    .join('\n');
}
