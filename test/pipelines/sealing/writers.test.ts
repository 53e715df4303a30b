import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { sealItem } from '../../../pipelines/sealing/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';
import { readTopics } from '../../../pipelines/topics/index.js';
import { type Case, charge } from './writers/case.js';
import { passing } from './writers/fourth.js';
import { beside, handedOnCases, noWriter, selfDescribed } from './writers/handed-on.js';
import { introductions, notes, open } from './writers/introductions.js';
import { joint, single } from './writers/joint.js';
import { papersA } from './writers/papers-a.js';
import { papersB } from './writers/papers-b.js';
import { plainWords } from './writers/plain-words.js';
import { reportedBy, reportedOn } from './writers/reported.js';
import { kept, others } from './writers/second.js';
import { spokenCases } from './writers/spoken.js';
import { elsewhere, longer } from './writers/third.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const receipt = { receivedOn: '2019-06-01', channel: null };

describe.each([
  ['many hands', joint],
  ['one hand or none', single],
  ['introductions', introductions],
  ['notes of a clerk', notes],
  ['nothing to seal', open],
  ['what only looks like a writer', kept],
  ['other hands', others],
  ['named in passing', passing],
  ['longer sentences', longer],
  ['longer sentences about others', elsewhere],
  ['forms and notes of other offices', papersA],
  ['further forms and notes', papersB],
  ['handed on by an office', handedOnCases],
  ['right behind the name', beside],
  ['described in other words', selfDescribed],
  ['no writer at all', noWriter],
  ['whom a report is about', reportedOn],
  ['who reported', reportedBy],
  ['who speaks by name', spokenCases],
  ['plain words', plainWords],
])('%s', (_group, cases) => {
  it.each(
    cases.map(
      (c) =>
        [
          c.text
            .split(charge)
            .map((s) => s.slice(-70))
            .join('…')
            .replaceAll('\n', ' / '),
          c,
        ] as const,
    ),
  )('%s', (_name, c: Case) => {
    const sealed = sealItem(
      itemOf(c.text),
      readEntities(itemOf(c.text), segmenter.words(c.text), receipt, lexicon),
    );
    const { informant: _, ...rest } = sealed;
    const outside = JSON.stringify(rest);
    expect({
      leaked: c.secrets.filter((secret) => outside.includes(secret)),
      hidden: (c.shown ?? []).filter((word) => !sealed.text.includes(word)),
    }).toEqual({ leaked: [], hidden: [] });
    if (c.accused !== undefined) expect(sealed.accused.map((a) => a.name)).toEqual(c.accused);
    if (c.signature !== undefined)
      expect(readTopics(sealed, null, receipt, lexicon).signature).toBe(c.signature);
  });
});
