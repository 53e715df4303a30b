import type { Accused, InformantField } from '../../../domain/index.js';
import type { Reading } from './informant.js';

const unit = /(?:公司|厂|所|站|局|院|校|学|园|中心|银行|社|队|矿|场|馆|部|办|办公室|委|集团|会|处|科|库|村)$/;
const firm = /(?:公司|厂|店|商行|部|银行|集团)$/;
/** Who contests a decision is nobody's accuser: what is read as accused there may be himself. */
const contested =
  /申诉|复审|复议|不服|(?:申请|请求|要求|恳请)[^，。；\n]{0,8}复[核查]|复[核查](?:申请|请求|书)|(?:撤|开除|处分)了?我|给了?我[^，。；\n]{0,8}(?:处分|警告|记过|降级)/;
const demanded =
  /撤销[^，。；\n]{0,10}处分|不服[^，。；\n]{0,12}(?:处分|决定)|恢复[^，。；\n]{0,6}(?:名誉|党籍|公职|等次)/;

/** 枣林县民防局|驾驶员丰收年: what is signed with one's unit before it; no home. */
function withoutUnit(field: InformantField, units: readonly string[]): InformantField {
  const unit = units.find((o) => field.value.startsWith(o) && field.value.length > o.length);
  if (field.kind !== 'address' || unit === undefined) return field;
  const value = field.value.slice(unit.length);
  if (/[\d路街巷号栋幢村组区宿]/.test(value)) return field;
  return {
    ...field,
    value,
    spans: field.spans.map(({ start, end }) => ({ start: start + unit.length, end })),
  };
}

/** An accused with the log-odds by which his unit is likelier than any other that the paper names. */
export interface Charged extends Accused {
  lead: number;
}

/** From this lead on no other unit is a rival. */
const clearLead = 3;

/** Somebody by name: of whoever gives none, a unit tells no more than that he is one of many. */
export const isKnown = (fields: readonly InformantField[]): boolean => fields.some((f) => f.kind === 'name');

/**
 * The paper names another unit that the accused may be of. To whom it is written is none, and a firm is none beside an
 * office.
 */
export function hasRival(
  { names, dictionary }: Pick<Reading, 'names' | 'dictionary'>,
  value: string,
): boolean {
  return names.organisations.some(
    ({ text }) =>
      !value.includes(text) &&
      !text.includes(value) &&
      dictionary.petitionOffices.before(text, text.length) === null &&
      (firm.test(value) || !firm.test(text)),
  );
}

/**
 * The fields without the accused's own unit: it names him, and of the writer it says only that he is one of many. Of a
 * writer known by name only a unit that is clearly the accused's is spared; what a form's field gives as
 * the writer's unit or home stays sealed, and so does everything of an appeal.
 */
export function withoutCharged(
  reading: Reading,
  fields: readonly InformantField[],
  accused: readonly Charged[],
): InformantField[] {
  const { text, fields: written } = reading;
  if (contested.test(text.slice(0, 200)) || demanded.test(text)) return [...fields];
  const known = isKnown(fields);
  const units = accused.flatMap((a) => a.organisation ?? []).filter((o) => o.length >= 4);
  const isCharged = ({ kind, value }: InformantField): boolean => {
    if (kind === 'organisation') return units.some((o) => o.includes(value) || value.includes(o));
    // A village is a home, and the place of what its head did.
    if (kind === 'address') return units.some((o) => o.includes(value));
    return kind === 'name' && value.length >= 4 && unit.test(value) && units.includes(value);
  };
  const clear = new Set(accused.flatMap((a) => (a.lead >= clearLead ? (a.organisation ?? []) : [])));
  const isClear = ({ value }: InformantField) =>
    [...clear].some((o) => o.includes(value) || value.includes(o));
  const inForm = ({ spans }: InformantField) =>
    written.some(
      (f) =>
        /^(?:informant(?:Unit|Address)?|address)$/.test(f.kind) &&
        spans.some((s) => f.start <= s.start && s.end <= f.end),
    );
  return fields
    .filter((field) => !isCharged(field) || inForm(field) || (known && !isClear(field)))
    .map((field) => (inForm(field) ? field : withoutUnit(field, known ? [...clear] : units)));
}
