import { createHash } from 'node:crypto';
import type { EntityType, Sealed, Topics } from '../../../domain/index.js';
import { type FamilyMember, fingerprintOf } from '../../../pipelines/duplicates/index.js';

export interface PaperFacts {
  text: string;
  accused?: string[];
  organisation?: string;
  /** Terms by type; each is marked wherever it stands. */
  terms?: Partial<Record<EntityType, string[]>>;
  receivedOn?: string;
  order?: number;
  recognised?: boolean;
  signedOn?: string | null;
  channel?: Topics['channel'];
  sha256?: string;
}

/** A stored paper whose entities are the terms given, wherever they stand in the text. */
export function paper(facts: PaperFacts): FamilyMember {
  const { text, accused = [], organisation = '云岭市人防办', terms = {}, order = 1 } = facts;
  const all: [EntityType, string][] = [
    ...accused.map((name): [EntityType, string] => ['person', name]),
    ...Object.entries(terms).flatMap(([type, list]) =>
      list.map((t): [EntityType, string] => [type as EntityType, t]),
    ),
  ];
  const mentions = all.flatMap(([type, term]) =>
    placesOf(text, term).map((start) => ({
      type,
      text: term,
      value: term,
      start,
      end: start + term.length,
      confidence: 1,
    })),
  );
  const sealed: Sealed = {
    text,
    context: '',
    mentions,
    accused: accused.map((name) => ({
      name,
      organisation,
      position: '主任',
      evidence: placesOf(text, name).map((start) => ({ start, end: start + name.length })),
    })),
    signedOn: facts.signedOn ?? null,
    actedFrom: null,
    actedTo: null,
    amount: null,
    informant: [],
  };
  const topics: Topics = {
    topics: [],
    offences: [],
    petitionClass: 'report',
    source: 'petition',
    channel: facts.channel ?? 'letter',
    signature: 'anonymous',
    title: '关于有关问题的举报',
    summary: '',
    mayBeReport: false,
    statedReceivedOn: null,
  };
  return {
    text,
    textHash: fingerprintOf(text).textHash,
    sha256: facts.sha256 ?? createHash('sha256').update(`${order}`).digest('hex'),
    receivedOn: facts.receivedOn ?? '2018-05-02',
    order,
    recognised: facts.recognised ?? false,
    sealed,
    topics,
    file: `${order}.txt`,
    member: null,
    row: null,
    coverage: null,
  };
}

function placesOf(text: string, term: string): number[] {
  const places: number[] = [];
  for (let i = text.indexOf(term); term !== '' && i >= 0; i = text.indexOf(term, i + term.length))
    places.push(i);
  return places;
}

export interface LetterFacts {
  to?: string;
  name?: string;
  project?: string;
  sum?: string;
  signed?: string;
  more?: string;
}

/** An invented letter; two letters differ in what is given. */
export function letterText({ to, name, project, sum, signed, more }: LetterFacts = {}): string {
  const [who, where, much] = [name ?? '范明志', project ?? '翠云苑二期', sum ?? '96.5万元'];
  return [
    `尊敬的${to ?? '云岭市纪委监委'}领导：`,
    `我们是${where}的住户，现反映市人防办主任${who}的问题。`,
    `一、2015年4月，${who}没有开会研究，就同意${where}免缴易地建设费${much}，开发商云岭恒固置业有限公司的老板到处讲这件事。`,
    `二、${where}的地下车库下雨就积水，防护门锈得关不上，质监站却出了合格意见，验收那天${who}也在场，大家都看见了。`,
    `三、${who}的妻弟在这家公司领工资却从不上班，财务账上查得到。`,
    ...(more ? [more] : []),
    '恳请派人调查核实。',
    '一名知情群众',
    signed ?? '2018年4月20日',
  ].join('\n');
}

export function letter(facts: LetterFacts & Omit<PaperFacts, 'text'> = {}): FamilyMember {
  const { name = '范明志', project = '翠云苑二期', sum = '96.5万元' } = facts;
  return paper({
    accused: [name],
    terms: {
      project: [project],
      money: [sum, '12万元'],
      date: ['2015年4月', '2017年11月'],
      organisation: ['云岭恒固置业有限公司'],
    },
    signedOn: '2018-04-20',
    ...facts,
    text: letterText(facts),
  });
}

/** The same letter as recognition reads it: `changes` are pairs of right and wrong. */
export function misread(member: FamilyMember, changes: Record<string, string>): FamilyMember {
  let { text } = member;
  for (const [right, wrong] of Object.entries(changes)) text = text.replaceAll(right, wrong);
  const mentions = member.sealed.mentions.map((m) => ({
    ...m,
    text: text.slice(m.start, m.end),
    value: null,
  }));
  const accused = member.sealed.accused.map((p) => ({
    ...p,
    name: text.slice(p.evidence[0]!.start, p.evidence[0]!.end),
  }));
  return {
    ...member,
    text,
    textHash: fingerprintOf(text).textHash,
    recognised: true,
    sealed: { ...member.sealed, text, mentions, accused },
  };
}
