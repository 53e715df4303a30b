import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityType } from '../domain/index.js';
import { loadLexicon } from '../lexicon/index.js';
import { readEntities } from '../pipelines/entities/index.js';
import { itemOf } from '../pipelines/items/index.js';
import { createSegmenter } from '../pipelines/segmentation/index.js';

interface Row {
  text: string;
  entities: [type: string, text: string][];
}
interface Count {
  gold: number;
  found: number;
  exact: number;
  /** Marked stretches that some found one overlaps. */
  touched: number;
}

/**
 * Precision and recall of entities on marked sentences, and items a second on one core.
 *
 * @param argv the folder that holds `money-and-time.jsonl` and `entities.jsonl`; `--misses TYPE` lists what was missed
 */
export async function run(argv: readonly string[]): Promise<void> {
  const [folder, flag, wanted] = argv;
  if (folder === undefined) throw new Error('usage: entities FOLDER [--misses TYPE]');
  const lexicon = loadLexicon();
  const segmenter = createSegmenter(lexicon);
  const read = (text: string) =>
    readEntities(itemOf(text), segmenter.words(text), { receivedOn: '2019-06-01', channel: null }, lexicon);
  const misses = flag === '--misses' ? wanted : undefined;
  const sets: [string, Readonly<Record<string, EntityType>>][] = [
    ['money-and-time.jsonl', { money: 'money', time: 'date' }],
    [
      'entities.jsonl',
      { person: 'person', organisation: 'organisation', position: 'position', place: 'place' },
    ],
  ];
  for (const [file, types] of sets) {
    const rows = readFileSync(join(folder, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row);
    for (const [marked, type] of Object.entries(types))
      report(`${file} ${marked}`, count(rows, marked, type, read, misses));
  }
  measureSpeed(read);
}

function count(
  rows: readonly Row[],
  marked: string,
  type: EntityType,
  read: (text: string) => ReturnType<typeof readEntities>,
  misses: string | undefined,
): Count {
  const total: Count = { gold: 0, found: 0, exact: 0, touched: 0 };
  for (const row of rows) {
    const gold = row.entities.filter(([t]) => t === marked).map(([, text]) => text);
    const found = read(row.text)
      .mentions.filter((m) => m.type === type)
      .map((m) => m.text);
    const left = [...found];
    total.gold += gold.length;
    total.found += found.length;
    for (const text of gold) {
      const same = left.indexOf(text);
      if (same >= 0) {
        total.exact += 1;
        left.splice(same, 1);
      }
      if (found.some((other) => other.includes(text) || text.includes(other))) total.touched += 1;
      else if (misses === marked) console.log(`missed\t${text}`);
    }
    if (misses === marked) for (const text of left) console.log(`extra\t${text}`);
  }
  return total;
}

function report(name: string, { gold, found, exact, touched }: Count): void {
  const percent = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3));
  const f1 = (2 * exact) / Math.max(1, gold + found);
  console.log(
    `${name}: exact precision ${percent(exact, found)} recall ${percent(exact, gold)} F1 ${f1.toFixed(3)}; recall by overlap ${percent(touched, gold)} (${gold} marked, ${found} found)`,
  );
}

/** Segmentation and entities over invented letters of 1,500 characters. */
function measureSpeed(read: (text: string) => unknown): void {
  const paragraph =
    '2015年3月，平河县人防办主任岳志坤在翠云苑二期项目审批中，收受云岭宏达建筑工程有限公司老板刘德旺现金20万元，违规减免易地建设费96.5万元。副主任李某某知情不报，工程科科长王强负责签字。';
  const letter = `关于平河县人防办主任岳志坤有关问题的举报信\n${paragraph.repeat(20)}`.slice(0, 1480);
  const letters = Array.from(
    { length: 100 },
    (_, i) => `${letter}\n举报人：张建${'军国民'[i % 3]}\n2017年4月${(i % 28) + 1}日`,
  );
  for (const text of letters.slice(0, 10)) read(text);
  const start = process.cpuUsage();
  for (const text of letters) read(text);
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  console.log(
    `segmentation and entities: ${(letters.length / seconds).toFixed(0)} items of 1,500 characters a second of processor time`,
  );
}
