import { loadLexicon } from '../lexicon/index.js';
import { normaliseText } from '../pipelines/normalisation/index.js';
import { createReader } from './evaluation/index.js';

/** Letters measured and letters read before, so that the compiler has seen what is hot. */
const [measured, warming] = [300, 60];

/** Invented letters of 1,500 characters a second of processor time, from normalisation to topics and by part. */
export function run(): void {
  const read = createReader(loadLexicon());
  const letters = Array.from({ length: measured }, (_, i) => letter(i));
  for (const text of letters.slice(0, warming)) read.topics(text);
  const parts: [string, (text: string) => unknown][] = [
    ['normalisation', normaliseText],
    ['segmentation and entities', read.entities],
    ['segmentation to topics', read.topics],
    ['normalisation to topics', (text) => read.topics(normaliseText(text).text)],
  ];
  for (const [name, part] of parts) {
    const start = process.cpuUsage();
    for (const text of letters) part(text);
    const { user, system } = process.cpuUsage(start);
    const rate = measured / ((user + system) / 1e6);
    console.log(`${name.padEnd(28)}${rate.toFixed(0).padStart(7)} letters a second of processor time`);
  }
}

/** A letter whose names, sums and days differ from those of the letter before it. */
function letter(n: number): string {
  const [year, month, sum] = [2013 + (n % 7), 1 + (n % 12), 5 + ((n * 37) % 90)];
  const accused =
    '岳袁汪史'.charAt(n % 4) + '志宏明建'.charAt((n >> 2) % 4) + '坤平刚华'.charAt((n >> 4) % 4);
  const facts = [
    `一、违规减免易地建设费。${year}年${month}月，平河县人防办主任${accused}在翠云苑二期项目审批中，未经集体研究，大笔一挥同意减免云岭宏达建筑工程有限公司易地建设费${sum}.5万元，该公司老板刘德旺事后在云水茶楼送给${accused}现金${sum % 30}万元。`,
    `二、私设小金库。${accused}安排财务股股长王强将收取的人防工程使用费${sum + 12}万元不入账，存入个人账户，用于公款旅游和发放过节费，${year + 1}年中秋节前后，每人发了3000元。`,
    '三、任人唯亲。他把自己的外甥安排到县人防办上班，从来没有到岗，工资照领，群众意见很大，多次反映都没有结果。根据《中国共产党纪律处分条例》的规定，党员干部不得利用职务便利为亲属谋取利益，请上级领导明察。',
  ];
  const body = Array.from({ length: 6 }, (_, i) => facts[i % 3]).join('\n');
  const text = `关于平河县人防办主任${accused}有关问题的举报信\n云溪市纪委监委：\n我是平河县一名普通群众，现将有关问题反映如下：\n${body}`;
  return `${text.slice(0, 1460)}\n举报人：张建国\n${year + 2}年4月${1 + (n % 28)}日`;
}
