import type { Span } from '../../../../domain/index.js';
import { firstFrom, type PersonMention } from '../../names/index.js';
import type { Reading } from '../reading.js';
import { holdingOf } from './holders.js';

const titleWords = /举报|反映|控告|检举|揭发|问题|线索|投诉|情况|申诉|说明/;
const objectEnd =
  /问题|情况|行为|事实|线索|违纪|违法|违规|受贿|收受|索要|利用|如下|不作为|失职|涉嫌|贪污|滥用|的(?![\u4e00-\u9fa5]{0,3}(?:主任|局长|书记))/;
const named =
  /(?:涉嫌|移送|责任人(?:员)?(?:为|是|系)?|直接责任人|主要负责人|负有(?:直接|主要|领导)责任的(?:是|为)?|相关责任人(?:为|是)?)[:：]?\s?/g;
const neverAct = /(?:收受|索要|索取|收取|接受|勾结|伙同|串通|被|送给|为|帮|帮助|请|找)[^，,。；;]{0,14}$/;

/** 我要反映的是钱某收了…: who is set apart so is accused though nothing tells his post. */
export function accusedOutright({ text, names, dictionary }: Reading): PersonMention[] {
  return names.persons.filter((person) => {
    const before = text.slice(Math.max(0, person.start - 20), person.start);
    if (!/(?:举报|反映|控告|检举|揭发|要告|要说|要讲)的(?:就|人)?是[^，,。；\n]{0,10}$/.test(before))
      return false;
    const clause = text.slice(person.end, person.end + 24).split(/[。；;！!？?\n]/)[0] ?? '';
    return [...clause].some((_, at) => dictionary.acts.at(clause, at) !== null);
  });
}

/** Persons whom the title names: 关于…同志有关问题的举报. */
export function accusedInTitle(reading: Reading): PersonMention[] {
  const { text, lines } = reading;
  const heads = lines.filter((line) => text.slice(line.start, line.end).trim() !== '').slice(0, 5);
  return heads.flatMap((line) => {
    const written = text.slice(line.start, line.end);
    const isTitle =
      written.trim().length <= 70 &&
      !/。/.test(written) &&
      !(/[：:]\s*$/.test(written) && /领导|同志/.test(written)) &&
      /关于|举报|反映|控告|检举|揭发|说明/.test(written) &&
      !/登记表|记录单|清单|移交表|收集表/.test(written);
    return isTitle && titleWords.test(written) ? objects(reading, { start: line.start, end: line.end }) : [];
  });
}

/** Persons whom an announcing sentence names: 现举报…, 我要反映…. */
export function accusedAnnounced(reading: Reading): PersonMention[] {
  const { text, dictionary } = reading;
  const found: PersonMention[] = [];
  for (let at = 0; at < text.length; at++) {
    const verb = dictionary.reports.at(text, at);
    if (verb === null) continue;
    if (announces(text, at, verb.end)) found.push(...objects(reading, clauseFrom(text, verb.end)));
    at = verb.end - 1;
  }
  return [...new Set(found)];
}

/** Officials whom an office's paper itself holds to account: 移送…, 直接责任人…. */
export function blamedByOffice(reading: Reading): PersonMention[] {
  const { text, names, official } = reading;
  if (!official) return [];
  return [...text.matchAll(named)].flatMap((match) => {
    const start = match.index + match[0].length;
    const person = names.persons[firstFrom(names.persons, start)];
    const blamed =
      person !== undefined &&
      person.start - start <= 24 &&
      !/[。；\n]/.test(text.slice(start, person.start)) &&
      isOfficial(reading, person);
    return blamed ? [person] : [];
  });
}

/** The verb announces (我要举报, 现反映) and is not told of somebody else (向他反映, 群众举报后). */
function announces(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  const after = text.slice(end, end + 4);
  if (
    /^(?:人|信|件|者|材料|电话|箱|过|了|后|无果|无门|给|到|中心|制度|强烈|:|：)/.test(after) ||
    /(?:被|不怕|多次|曾|曾经|群众|有人|到处|去|敢|无法|威胁)$/.test(before)
  )
    return false;
  return true;
}

function clauseFrom(text: string, start: number): Span {
  let end = start;
  while (end < text.length && end - start < 70 && !/[。；\n!?！？]/.test(text.charAt(end))) end += 1;
  return { start, end };
}

/** The persons that a clause reports: from its beginning to the word that tells what about them. */
function objects(reading: Reading, clause: Span): PersonMention[] {
  const { text, names } = reading;
  const persons = names.persons.filter((p) => clause.start <= p.start && p.end <= clause.end);
  const taken: PersonMention[] = [];
  for (const person of persons) {
    const last = taken.at(-1);
    const between = text.slice(last?.end ?? clause.start, person.start);
    if (last !== undefined && objectEnd.test(between) && !joins(between)) break;
    if (last === undefined && neverAct.test(between)) break;
    if (last === undefined && between.length > 10 && !holdsAnything(reading, person)) break;
    if (isGiver(reading, person)) continue;
    taken.push(person);
  }
  return taken;
}

function holdsAnything({ text, names, dictionary }: Reading, person: PersonMention): boolean {
  const holding = holdingOf(text, person, names, dictionary);
  return holding.organisation !== null || holding.position !== null || person.form === 'titled';
}

/** Between two accused stand only 和, 、, units and posts. */
const joins = (between: string) =>
  between.length <= 30 &&
  /(?:和|、|与|及|,|，|伙同|勾结)/.test(between) &&
  !/问题|情况|收受|索要/.test(between);

function isGiver(reading: Reading, person: PersonMention): boolean {
  const { text, dictionary, names } = reading;
  const holding = holdingOf(text, person, names, dictionary);
  if (
    holding.positions.some((p) => p.kind === 'business') &&
    !holding.positions.some((p) => p.kind === 'public')
  ) {
    return /(?:收受|索要|接受|为|帮|勾结|与|和|送)[^，。]{0,24}$/.test(
      text.slice(Math.max(0, person.start - 30), person.start),
    );
  }
  return (
    /^(?:同志)?(?:领导|等领导)/.test(text.slice(person.end, person.end + 4)) ||
    dictionary.relatives.before(text, person.start) !== null
  );
}

function isOfficial(reading: Reading, person: PersonMention): boolean {
  const holding = holdingOf(reading.text, person, reading.names, reading.dictionary);
  return holding.positions.some((p) => p.kind === 'public');
}
