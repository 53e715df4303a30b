import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../../lexicon/index.js';
import { readEntities } from '../../../../pipelines/entities/index.js';
import { itemOf } from '../../../../pipelines/items/index.js';
import { sealItem } from '../../../../pipelines/sealing/index.js';
import { createSegmenter } from '../../../../pipelines/segmentation/index.js';
import { bodies, endings, openings, shown } from './endings.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);

function sealed(text: string, recognised = false) {
  const item = itemOf(text, { recognised });
  const entities = readEntities(
    item,
    segmenter.words(text),
    { receivedOn: '2018-06-01', channel: null },
    lexicon,
  );
  return sealItem(item, entities);
}

const cases = bodies.flatMap((body, b) => endings.map((ending) => ({ ...ending, body, b })));

describe('the end of a letter', () => {
  it('comes in many forms', () => expect(cases.length).toBeGreaterThanOrEqual(80));

  it.each(cases.map((c) => [`${c.b} ${c.text.replaceAll('\n', ' / ')}`, c] as const))('%s', (_name, c) => {
    const out = sealed(`${c.body}\n${c.text}`);
    const { informant: _, ...rest } = out;
    const outside = JSON.stringify(rest);
    expect(c.secrets.filter((secret) => outside.includes(secret))).toEqual([]);
    expect(shown.filter((word) => !out.text.includes(word))).toEqual([]);
    expect(out.accused.map((a) => [a.name, a.organisation, a.position])).toEqual([
      ['申屠海', '临川县人防办', '主任'],
    ]);
  });

  it.each(openings.map((o) => [o.text, o] as const))('begins: %s', (_name, { text, secrets }) => {
    const out = sealed(`市纪委：\n${text}\n${bodies[1]}`);
    const { informant: _, ...rest } = out;
    const outside = JSON.stringify(rest);
    expect(secrets.filter((secret) => outside.includes(secret))).toEqual([]);
    expect(shown.filter((word) => !out.text.includes(word))).toEqual([]);
  });

  it('is sealed where a scan misreads the second occurrence', () => {
    const text = `市纪委：\n我叫甘雨由，电话1540O000201，住东关待77号3栋。\n${bodies[1]}\n甘 雨田说到做到。\n举报人：甘雨田\n住址：东关街77号3栋\n电话：15400000201`;
    const out = sealed(text, true);
    const { informant: _, ...rest } = out;
    expect(JSON.stringify(rest)).not.toMatch(/甘.?雨|1540|77号/);
    expect(shown.filter((word) => !out.text.includes(word))).toEqual([]);
  });

  it('never hides an accused whose name is nearly the same', () => {
    const text =
      '举报康永年\n市纪委：\n我反映临川县人防办主任康永年收钱8万元。\n举报人：康永泰\n2018年5月6日';
    const out = sealed(text, true);
    expect(out.text).toContain('主任康永年');
    expect(out.text).not.toContain('康永泰');
  });
});
