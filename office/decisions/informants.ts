import {
  type InformantField,
  isSameValue,
  PermanentError,
  type RegisterRecord,
  type Span,
} from '../../domain/index.js';
import { maskWords } from '../../pipelines/index.js';
import type { Filing } from '../../register/index.js';
import { isMasked } from '../filing/index.js';
import type { Office } from '../open.js';
import { type Decided, decideInOne, type Opened, type Ruling, settle, standingClue } from './decisions.js';

/** What is masked as an informant's in the papers of a clue, as anybody may see it. */
export interface MaskedField {
  /** From 1: by it a person points at it. */
  number: number;
  kind: InformantField['kind'];
  /** Number of the receipt of the first paper with it. */
  receipt: number | null;
  /** Where it stands there, with what is around it, masked too. */
  quotes: string[];
}

/** Characters shown on each side of what is masked. */
const around = 12;
const mostQuotes = 4;

/**
 * A person says that one of the accused, or whoever was typed, is an informant: from now on that is masked in all papers
 * of the clue, and in those that come to it later.
 * @param who the accused by the place on the card, from 1; or names, numbers and addresses, which stand in its papers.
 * @throws PermanentError `decision.no_accused_at`, `decision.informant_not_found`, `decision.informant_known`, none of
 * which tells a name; else as `mergeClues` does
 */
export function confirmInformant(
  office: Opened,
  clueNo: string,
  who: { accused: number } | { words: readonly string[] },
  ruling: Ruling,
): Promise<Decided> {
  return decideInOne(office, ruling, async (tools) => {
    const { decisions } = tools;
    const { id } = await standingClue(decisions, clueNo);
    const items = await decisions.itemsOf(id);
    const shown = (await office.register.records.show(clueNo))!;
    const words = 'words' in who ? who.words : [nameAt(shown, who.accused)];
    const known = await decisions.informantsOf(items);
    const told = [...shown.sources.map((s) => s.text), JSON.stringify(shown)].join('\n');
    // What one paper masks may be readable in another of the clue.
    const named = words.map(fieldOf).filter((field, i) => {
      if (maskWords(told, [field]) !== told) return true;
      if (known.some((k) => isSameValue(k, field))) return false;
      throw new PermanentError('decision.informant_not_found', { place: i + 1 });
    });
    if (named.length === 0) throw new PermanentError('decision.informant_known', {});
    const ruled = { items, named: named.map(({ kind, value }) => ({ kind, value })) };
    return settle(tools, { ...rulingOn('informant-confirm', id), ruled, about: ruled.named }, [id]);
  });
}

/**
 * A person says that what is masked is no informant's: it is readable again in the papers that the clue has, and may be
 * that of an accused. Whoever else is an informant there stays masked.
 * @param numbers as `maskedFields` gives them.
 * @throws PermanentError `decision.no_masked_field`; else as `mergeClues` does
 */
export function rejectInformant(
  office: Opened,
  clueNo: string,
  numbers: readonly number[],
  ruling: Ruling,
): Promise<Decided> {
  return decideInOne(office, ruling, async (tools) => {
    const { id } = await standingClue(tools.decisions, clueNo);
    const items = await tools.decisions.itemsOf(id);
    const all = await fieldsOf(tools.filing, items);
    const chosen = [...new Set(numbers)].map((number) => {
      const found = all[number - 1];
      if (!found) throw new PermanentError('decision.no_masked_field', { number, count: all.length });
      return found;
    });
    const named = chosen.map(({ field: { kind, value } }) => ({ kind, value }));
    // What one paper tells of its writer is masked in all.
    const ruled = { items, named };
    return settle(tools, { ...rulingOn('informant-reject', id), ruled, about: named }, [id]);
  });
}

/**
 * What is masked as an informant's in the papers of a clue, in the order by which `rejectInformant` is told of it. Nothing
 * of it is said.
 * @throws PermanentError `decision.clue_merged`, `cli.no_such_clue`
 */
export function maskedFields(office: Pick<Office, 'register'>, clueNo: string): Promise<MaskedField[]> {
  return office.register.decide(async (filing, decisions) => {
    const { id } = await standingClue(decisions, clueNo);
    const all = await fieldsOf(filing, await decisions.itemsOf(id));
    const family = all.length > 0 ? await filing.readFamily(id) : [];
    const texts = new Map<number, string | null>();
    const shown: MaskedField[] = [];
    for (const { field, items } of all) {
      const source = family.find((s) => items.includes(s.itemId) && s.typed === null);
      if (source && !texts.has(source.itemId))
        texts.set(source.itemId, await filing.readUnmasked(source.itemId));
      const unmasked = source ? (texts.get(source.itemId) ?? null) : null;
      shown.push({
        number: shown.length + 1,
        kind: field.kind,
        receipt: source?.receiptId ?? null,
        quotes: source && unmasked !== null ? quotesOf(field, source.sealed.text, unmasked) : [],
      });
    }
    return shown;
  });
}

/** It moves no paper. */
const rulingOn = (kind: 'informant-confirm' | 'informant-reject', clueId: number) => ({
  kind,
  from: clueId,
  to: clueId,
  items: [],
});

/** What is masked somewhere, with the papers of whose informant it is. */
interface Masked {
  field: InformantField;
  items: number[];
}

async function fieldsOf(filing: Filing, items: readonly number[]): Promise<Masked[]> {
  const all: Masked[] = [];
  for (const item of items)
    for (const field of await filing.informantsOf([item])) {
      const same = all.find((m) => isSameValue(m.field, field));
      if (!same) all.push({ field, items: [item] });
      else if (!same.items.includes(item)) same.items.push(item);
    }
  return all;
}

/** @param sealed the text as everybody sees it: of the unmasked one only the places are taken. */
function quotesOf(field: InformantField, sealed: string, unmasked: string): string[] {
  if (unmasked.length !== sealed.length) return [];
  const covered = maskWords(unmasked, [field]);
  const found: Span[] = [...field.spans];
  for (let start = 0; start < covered.length; start++) {
    if (covered[start] === unmasked[start]) continue;
    let end = start;
    while (end < covered.length && covered[end] !== unmasked[end]) end++;
    const place = { start, end };
    if (!found.some((f) => f.start < place.end && place.start < f.end)) found.push(place);
    start = end;
  }
  const quotes = found
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const before = sealed.slice(Math.max(0, start - around), start);
      const after = sealed.slice(end, end + around);
      return `${before}【${sealed.slice(start, end)}】${after}`.replace(/\s+/g, ' ').trim();
    });
  return [...new Set(quotes)].slice(0, mostQuotes);
}

/** @throws PermanentError `decision.no_accused_at` */
function nameAt({ accused }: RegisterRecord, place: number): string {
  const name = accused[place - 1]?.name ?? null;
  if (name === null || isMasked(name))
    throw new PermanentError('decision.no_accused_at', { place, count: accused.length });
  return name;
}

/** Only how it is looked for depends on the kind. */
function fieldOf(value: string): InformantField {
  const bare = value.replace(/[\s—-]/g, '');
  const kind: InformantField['kind'] = /^\d{17}[\dXx]$/.test(bare)
    ? 'identity-number'
    : /^\+?\d{5,}$/.test(bare)
      ? 'phone'
      : value.includes('@')
        ? 'email'
        : /^[\p{L}·.\s]+$/u.test(value) && bare.length <= longestName
          ? 'name'
          : 'address';
  return { kind, value, spans: [] };
}

/** Characters; a longer one is looked for in the same way. */
const longestName = 12;
