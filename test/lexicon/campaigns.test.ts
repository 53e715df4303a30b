import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Lexicon, loadLexicon } from '../../lexicon/index.js';
import { readEntities } from '../../pipelines/entities/index.js';
import { itemOf } from '../../pipelines/items/index.js';
import { sealItem } from '../../pipelines/sealing/index.js';
import { createSegmenter } from '../../pipelines/segmentation/index.js';
import { readTopics, topicName } from '../../pipelines/topics/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const packs = readdirSync(join(root, 'lexicon', 'campaigns'));
const letter = `关于柳坪县粮食储备库主任盛仲民有关问题的举报信
柳坪县纪委监委：
2019年6月，柳坪县粮食储备库主任盛仲民与粮商鲁大成勾结，把往年的陈粮当新粮入库，以陈顶新1,200吨，伪造检斤单套取轮换费用和保管费86万元。事后鲁大成按每吨30元的好处费送给盛仲民现金3.6万元。
粮农来卖粮，过磅时化验员说了算，不给烟就压一级，大家意见很大。
知情职工
2020年3月1日`;

const receipt = { receivedOn: '2020-03-10', channel: null };

function read(lexicon: Lexicon) {
  const item = itemOf(letter);
  const words = createSegmenter(lexicon).words(letter);
  const entities = readEntities(item, words, receipt, lexicon);
  return { entities, topics: readTopics(sealItem(item, entities), words, receipt, lexicon) };
}

describe('a campaign is a folder of words', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'qidi-lexicon-'));
    cpSync(join(root, 'lexicon'), folder, { recursive: true });
    rmSync(join(folder, 'campaigns', 'grain-purchase'), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('brings its topics, units and words', () => {
    const lexicon = loadLexicon();
    const { entities, topics } = read(lexicon);
    expect(topics.topics.map((t) => t.code)).toEqual(expect.arrayContaining(['G1', 'G2', 'G4', 'G5']));
    expect(topicName(lexicon, 'G2')).toBe('以陈顶新、虚购虚销');
    expect(topics.petitionClass).toBe('report');
    expect(entities.accused.map((a) => [a.name, a.organisation, a.position])).toEqual([
      ['盛仲民', '柳坪县粮食储备库', '主任'],
    ]);
    for (const tag of topics.topics)
      for (const span of tag.evidence) expect(letter.slice(span.start, span.end)).not.toBe('');
  });

  it('leaves nothing of itself where its folder is not', () => {
    const { topics } = read(loadLexicon(folder));
    expect(topics.topics.filter((t) => t.code.startsWith('G'))).toEqual([]);
  });

  it('says nothing of letters that are not about its field', () => {
    const lexicon = loadLexicon();
    const text = '举报平河县人防办主任岳志坤收受老板刘德旺现金20万元，违规减免易地建设费96.5万元。';
    const item = itemOf(text);
    const words = createSegmenter(lexicon).words(text);
    const sealed = sealItem(item, readEntities(item, words, receipt, lexicon));
    const codes = readTopics(sealed, words, receipt, lexicon).topics.map((t) => t.code);
    expect(codes).toContain('E1');
    expect(codes.filter((code) => code.startsWith('G'))).toEqual([]);
  });

  it('is named by no code', () => {
    const named: string[] = [];
    for (const room of ['domain', 'lexicon', 'pipelines', 'register', 'office', 'workers', 'console', 'cli'])
      for (const entry of readdirSync(join(root, room), { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
        const source = readFileSync(join(entry.parentPath, entry.name), 'utf8');
        if (packs.some((pack) => source.includes(pack))) named.push(entry.name);
      }
    expect(packs.length).toBeGreaterThan(1);
    expect(named).toEqual([]);
  });
});
