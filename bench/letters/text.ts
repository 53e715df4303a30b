import type { EntityType, Relation } from '../../domain/index.js';
import { type AccusedTruth, chineseDay, type Facts } from './facts.js';

/** A term that the generator put into a text on purpose: what extraction should find there. */
interface Term {
  type: EntityType;
  /** As the writer meant it. */
  text: string;
  /** yuan, m² or ISO date; null for names. */
  value: number | string | null;
  start: number;
  end: number;
}

export interface GeneratedLetter {
  /** From 0. */
  id: number;
  text: string;
  /** Letters of one family belong under one clue. */
  family: number;
  /** To the family's earlier letters. */
  relation: Relation;
  /** The letter that this one was made from, or null. */
  from: number | null;
  /** The family whose wording this one fills with other names, projects or sums, or null. */
  formOf: number | null;
  inScope: boolean;
  /** ISO days. */
  receivedOn: string;
  signedOn: string;
  accused: AccusedTruth[];
  /** With their places in `text`; errors of recognition included. */
  terms: Term[];
  /** The petitioner's own words about themselves, as they stand in the text. */
  informant: string[];
  /** Share of wrong characters put in. */
  errorRate: number;
  /** Sentences that no earlier letter of the family has. */
  newFacts: string[];
}

/** The facts of one matter and the wording chosen for it; the same plan with other facts is a form letter. */
export interface Plan {
  family: number;
  formOf: number | null;
  inScope: boolean;
  facts: Facts;
  episodes: string[];
  opening: string;
  closing: string;
  addressee: string;
  receivedOn: string;
  signedOn: string;
  signed: boolean;
}
export interface Extra {
  before?: string;
  /** Behind the signature. */
  after?: string;
  /** Only so many of the letter's episodes. */
  only?: number;
  addressee?: string;
  episodes?: string[];
  preface?: string;
}

export function writeLetter(plan: Plan, id: number, extra: Extra = {}): GeneratedLetter {
  const { facts } = plan;
  const numerals = [...'一二三四五六七八九十'].concat('十一', '十二');
  const own = plan.episodes.slice(0, extra.only).map((e, i) => (plan.inScope ? `${numerals[i]}、${e}` : e));
  const more = (extra.episodes ?? []).map((e, i) => `${numerals[own.length + i]}、${e}`);
  const signature = plan.signed ? `举报人：$informant\n联系电话：$phone\n` : '一名知情群众\n';
  const head = [
    extra.before ?? '',
    plan.inScope ? '关于$unit$position$accused有关问题的举报信\n' : '',
    `尊敬的${extra.addressee ?? plan.addressee}领导：\n`,
    `${extra.preface ?? ''}${plan.opening}\n`,
    ...own.map((e) => `${e}\n`),
  ].join('');
  const writer: Writer = { text: '', terms: [], informant: [], used: { sums: 0, dates: 0, areas: 0 } };
  fillTemplate(head, plan, id, writer);
  const newFacts: string[] = [];
  for (const episode of more) {
    const start = writer.text.length;
    fillTemplate(`${episode}\n`, plan, id, writer);
    newFacts.push(writer.text.slice(start).trim());
  }
  fillTemplate(`${plan.closing}\n${signature}$signed${extra.after ?? ''}`, plan, id, writer);
  const { used: _, ...written } = writer;
  return {
    id,
    ...written,
    family: plan.family,
    relation: 'first',
    from: null,
    formOf: plan.formOf,
    inScope: plan.inScope,
    receivedOn: plan.receivedOn,
    signedOn: plan.signedOn,
    accused: plan.inScope ? [facts.accused] : [],
    errorRate: 0,
    newFacts,
  };
}

interface Writer {
  text: string;
  terms: Term[];
  informant: string[];
  /** How many facts of each kind the text has taken so far. */
  used: { sums: number; dates: number; areas: number };
}

function fillTemplate(template: string, plan: Plan, id: number, writer: Writer): void {
  let from = 0;
  for (const match of template.matchAll(/\$([a-z]+)/g)) {
    writer.text += template.slice(from, match.index);
    from = match.index + match[0].length;
    fillSlot(match[1]!, plan, id, writer);
  }
  writer.text += template.slice(from);
}

function fillSlot(slot: string, { facts, signedOn, signed }: Plan, id: number, writer: Writer): void {
  const put = (type: EntityType | null, text: string, value: number | string | null = null) => {
    const start = writer.text.length;
    writer.text += text;
    if (type) writer.terms.push({ type, text, value, start, end: start + text.length });
  };
  const take = <T>(list: T[], kind: 'sums' | 'dates' | 'areas') => list[writer.used[kind]++ % list.length]!;
  const { accused } = facts;
  if (slot === 'accused') put('person', accused.name);
  else if (slot === 'boss') put('person', facts.boss);
  else if (slot === 'unit') put('organisation', accused.organisation);
  else if (slot === 'position') put('position', accused.position);
  else if (slot === 'project') put('project', facts.project);
  else if (slot === 'company') put('organisation', facts.company);
  else if (slot === 'city' || slot === 'county') put('place', facts[slot]);
  else if (slot === 'sum') {
    const sum = take(facts.sums, 'sums');
    put('money', sum.text, sum.value);
  } else if (slot === 'date') {
    const date = take(facts.dates, 'dates');
    put('date', date.text, date.value);
  } else if (slot === 'area') {
    const area = take(facts.areas, 'areas');
    put('area', area.text, area.value);
  } else if (slot === 'signed') put(null, chineseDay(signedOn));
  else if (slot === 'number') put(null, `${signedOn.slice(0, 4)}-${String(id % 10_000).padStart(4, '0')}`);
  else if (slot === 'informant' || slot === 'phone') {
    if (signed) writer.informant.push(facts[slot]);
    put(null, facts[slot]);
  }
}
