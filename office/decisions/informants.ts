import { type InformantField, isSameValue, PermanentError, type RegisterRecord } from '../../domain/index.js';
import { maskWords } from '../../pipelines/index.js';
import type { Filing, StoredSource } from '../../register/index.js';
import { isMasked } from '../filing/index.js';
import type { Office } from '../open.js';
import { type Decided, decideInOne, type Opened, type Ruling, settle, standingClue } from './decisions.js';

/** One whom machines or people took for an informant of a clue, as anybody may see him. */
export interface MaskedName {
  /** From 1: by it a person points at him. */
  number: number;
  /** Where he gives himself to be known: the receipt's number and the words there, masked; null where that is not known. */
  place: { receipt: number; quote: string } | null;
}

/** Characters shown on each side of a masked name. */
const around = 12;

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
    const named = words.map(fieldOf);
    const known = await decisions.informantsOf(items);
    const told = [...shown.sources.map((s) => s.text), JSON.stringify(shown)].join('\n');
    named.forEach((field, i) => {
      if (known.some((k) => isSameValue(k, field)))
        throw new PermanentError('decision.informant_known', { place: i + 1 });
      if (maskWords(told, [field]) === told)
        throw new PermanentError('decision.informant_not_found', { place: i + 1 });
    });
    const ruled = { items, named: named.map(({ kind, value }) => ({ kind, value })) };
    return settle(tools, { ...rulingOn('informant-confirm', id), ruled, about: ruled.named }, [id]);
  });
}

/**
 * A person says that one whose name is masked is no informant: it is readable again in the papers that the clue has, and
 * may be that of an accused. Whoever else is an informant there stays masked.
 * @param number as `maskedNames` gives it.
 * @throws PermanentError `decision.no_masked_name`; else as `mergeClues` does
 */
export function rejectInformant(
  office: Opened,
  clueNo: string,
  number: number,
  ruling: Ruling,
): Promise<Decided> {
  return decideInOne(office, ruling, async (tools) => {
    const { id } = await standingClue(tools.decisions, clueNo);
    const names = await namesOf(tools.filing, await tools.decisions.itemsOf(id));
    const named = names[number - 1];
    if (!named) throw new PermanentError('decision.no_masked_name', { number, count: names.length });
    const ruled = { items: named.items, named: [{ kind: 'name' as const, value: named.field.value }] };
    return settle(tools, { ...rulingOn('informant-reject', id), ruled, about: ruled.named }, [id]);
  });
}

/**
 * Whose names are masked in the papers of a clue, in the order by which `rejectInformant` is told one of them. None is
 * said.
 * @throws PermanentError `decision.clue_merged`, `cli.no_such_clue`
 */
export function maskedNames(office: Pick<Office, 'register'>, clueNo: string): Promise<MaskedName[]> {
  return office.register.decide(async (filing, decisions) => {
    const { id } = await standingClue(decisions, clueNo);
    const names = await namesOf(filing, await decisions.itemsOf(id));
    const family = names.length > 0 ? await filing.readFamily(id) : [];
    return names.map((named, i) => ({ number: i + 1, place: placeOf(named, family) }));
  });
}

/** It moves no paper. */
const rulingOn = (kind: 'informant-confirm' | 'informant-reject', clueId: number) => ({
  kind,
  from: clueId,
  to: clueId,
  items: [],
});

/** A name that is masked somewhere, with the papers whose informant has it. */
interface Named {
  field: InformantField;
  items: number[];
}

async function namesOf(filing: Filing, items: readonly number[]): Promise<Named[]> {
  const names: Named[] = [];
  for (const item of items)
    for (const field of await filing.informantsOf([item])) {
      if (field.kind !== 'name') continue;
      const same = names.find((n) => isSameValue(n.field, field));
      if (!same) names.push({ field, items: [item] });
      else if (!same.items.includes(item)) same.items.push(item);
    }
  return names;
}

function placeOf({ field, items }: Named, family: readonly StoredSource[]): MaskedName['place'] {
  const [span] = field.spans;
  const source = family.find((s) => s.itemId === items[0] && s.typed === null);
  if (!span || !source) return null;
  const { text } = source.sealed;
  const quote = text.slice(Math.max(0, span.start - around), span.end + around).replace(/\s+/g, ' ');
  return { receipt: source.receiptId, quote: quote.trim() };
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
