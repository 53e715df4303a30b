import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { sealItem } from '../../../pipelines/sealing/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);

/** What is left to read of the item, as a text and as a whole. */
export function seal(text: string) {
  const item = itemOf(text);
  const facts = { receivedOn: '2019-07-01', channel: null };
  const { informant: _, ...rest } = sealItem(item, readEntities(item, segmenter.words(text), facts, lexicon));
  return { ...rest, json: JSON.stringify(rest) };
}

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊金陆孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文仝鲜胥逯戚阚郄党冼匡厉冉零英霍麦',
  '欧阳',
  '司徒',
  '诸葛',
];
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉梅红云志海春秋根旺福禄寿喜松竹菊荷莲花栋',
];

/** A writer drawn at random. */
export function writer(random: () => number): Record<string, string> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const name = () => pick(surnames) + pick(given) + (random() < 0.7 ? pick(given) : '');
  return {
    N: name(),
    M: name(),
    T: `154${digits(8)}`,
    I: `530400${1950 + Math.floor(random() * 50)}0${1 + Math.floor(random() * 9)}1${digits(5)}`,
    A: `石涧县${pick(['东门街', '柳荫路', '幸福巷'])}${1 + Math.floor(random() * 200)}号${pick(['', '3栋201室'])}`,
    U: pick(['石涧县水泥厂', '石涧县第二小学', '石涧县宏达建材有限公司', '云泽县供电所']),
    E: `${pick(['lxd', 'zh8', 'abc_d'])}${digits(3)}@example.net`,
    K: `6222${digits(15)}`,
  };
}

/** The form with the writer's own in its places. */
export const fill = (form: string, own: Record<string, string>): string =>
  form.replace(/\{(\w)\}/g, (_, key: string) => own[key]!);

/** What of those secrets can be read, whole or in a part that tells him: the given name, street and number, last digits. */
export function readableIn(json: string, secrets: readonly string[]): string[] {
  const parts = secrets.flatMap((secret) => [
    secret,
    ...(/^[\u3400-\u9fff]{3,4}$/.test(secret) ? [secret.slice(-2)] : []),
    ...(secret.match(/[东柳幸][\u3400-\u9fff]{2}\d+号/) ?? []),
    ...(secret.match(/\d{7}[\dX]$/) ?? []),
  ]);
  return parts.filter((part) => json.includes(part));
}
