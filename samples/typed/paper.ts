import type { Paper } from '../letters/paper.js';

/** A paper as text, marked as in `samples/letters`; there is no file of it, and it belongs to no family. */
export type TypedPaper = Omit<Paper, 'format' | 'family' | 'relation' | 'sameBytesAs'>;

/** What most letters to a petition office are. */
export const report = {
  kind: 'letter',
  petitionClass: 'report',
  source: 'petition',
  channel: 'letter',
  signature: 'anonymous',
} satisfies Partial<TypedPaper>;

export const phoneCall = { ...report, kind: 'phone-record', channel: 'phone' } satisfies Partial<TypedPaper>;

export const visit = {
  ...report,
  kind: 'visit-record',
  channel: 'visit',
  signature: 'named',
} satisfies Partial<TypedPaper>;

export const onlineForm = { ...report, kind: 'online-form', channel: 'online' } satisfies Partial<TypedPaper>;

/** What one office hands another. */
export const transfer = {
  petitionClass: 'report',
  channel: 'transfer',
  signature: 'unit',
} satisfies Partial<TypedPaper>;

/** A row of a list of clues that inspectors handed over. */
export const listRow = {
  ...transfer,
  kind: 'handover-list',
  source: 'inspection',
} satisfies Partial<TypedPaper>;

/** Letters of every other class accuse nobody. */
export const outOfScope = {
  ...report,
  petitionClass: 'out-of-scope',
  signature: 'named',
  accused: [],
  topics: [],
  offences: [],
} satisfies Partial<TypedPaper>;

export const noSubstance = {
  ...outOfScope,
  petitionClass: 'no-substance',
  signature: 'anonymous',
} satisfies Partial<TypedPaper>;

export const appeal = {
  ...outOfScope,
  kind: 'appeal',
  petitionClass: 'appeal',
} satisfies Partial<TypedPaper>;

export const suggestion = {
  ...outOfScope,
  kind: 'suggestion',
  petitionClass: 'suggestion',
} satisfies Partial<TypedPaper>;
