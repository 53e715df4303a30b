import type { Accused, InformantField, Span } from '../../../../domain/index.js';
import type { Reading } from '../reading.js';
import { beginsWithSurname } from '../writer/index.js';

const unit = /(?:公司|厂|所|站|局|院|校|学|园|中心|银行|社|队|矿|场|馆|部|办|办公室|委|集团|会|处|科|库|村)$/;
const firm = /(?:公司|厂|店|商行|部|银行|集团)$/;
const village = /(?:[村寨屯庄组]|社区)$/;
/** Posts of which a village has none: 派出所所长 and 镇长 are of no village, whatever unit was read for him. */
const ofOffice = /[所局院校园站科处厂股队行厅镇乡县区市州]长|法官|庭长|检察官|民警|医[生师]|教师/;
/** Who contests a decision is nobody's accuser: what is read as accused there may be himself. */
const contested =
  /申诉|复审|复议|不服|(?:希望|望|请|求)[^，。；\n]{0,12}复[核查]|复[核查](?:申请|请求|书)|异议|平反|恳求|冤|清白|重新(?:审查|审理|处理|调查)|(?:撤|开除|处分)了?我|[给对]了?我[^，。；\n]{0,8}(?:处分|处理|决定|警告|记过|降级|撤销|免职|除名|辞退)/;
const demanded =
  /撤销[^，。；\n]{0,10}处分|(?:处分|处理|决定)[^，。；\n]{0,12}(?:异议|不服)|(?:异议|不服)[^，。；\n]{0,12}(?:处分|决定)|申请复[审核查议]|冤[枉屈](?!钱)|(?:处分|处理|决定)[^。；\n]{0,20}复[核查]|复[核查][^。；\n]{0,8}(?:处分|决定)|平反|恢复[^，。；\n]{0,6}(?:名誉|党籍|公职|等次)/;

/** An accused with the log-odds by which his unit is likelier than any other that the paper names. */
export interface Charged extends Accused {
  lead: number;
}

/**
 * From this lead on, in log-odds, no other unit is a rival; what is said of several accused of one unit adds up. The
 * labelled papers would bear a lower one with hardly a leak; but weights are learned anew, and where it is too low a
 * writer's unit is read.
 */
const clearLead = 3.4;

/** A single character beside a unit (在, 的, a comma) tells nothing of anybody. */
const shortestPart = 2;

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

/** 驾驶员 or 驾驶员丰收年: a known post, with a name or alone, and no home. */
function isPerson({ dictionary }: Reading, words: string): boolean {
  const post = dictionary.posts.at(words, 0);
  const name = words.slice(post?.end).trim();
  const named = /^[\u3400-\u9fff]{2,3}$/.test(name) && beginsWithSurname(name, 0, { dictionary }) > 0;
  return post !== null && (name === '' || named);
}

/**
 * The fields without the accused's own unit: it names him, and of the writer it says only that he is one of many. Of a
 * writer known by name only a unit that is clearly the accused's is spared, and never what stands around it (a section,
 * a home, his name); everything of an appeal stays sealed.
 */
export function withoutCharged(
  reading: Reading,
  fields: readonly InformantField[],
  accused: readonly Charged[],
): InformantField[] {
  const { text } = reading;
  if (contested.test(text.slice(0, 200)) || demanded.test(text)) return [...fields];
  const known = isKnown(fields);
  const units = unitsOf(accused, known ? clearLead : Number.NEGATIVE_INFINITY);
  const isSpared = ({ kind, value }: InformantField): boolean => {
    // A village is a home, and the place of what its head did.
    if (kind === 'organisation' || kind === 'address') return units.some((o) => o.includes(value));
    return kind === 'name' && value.length >= 4 && unit.test(value) && units.includes(value);
  };
  return fields.flatMap((field) => {
    if (!isSpared(field)) return withoutUnit(reading, field, units);
    return known && field.kind !== 'address' ? whereToldElsewhere(text, field.value, field.spans) : [];
  });
}

/**
 * The unit of a writer known by name, which is the accused's too: masked in the writer's own places, where it stands in
 * another one as well, by which the accused stays known.
 */
function whereToldElsewhere(text: string, unit: string, own: Span[]): InformantField[] {
  for (let at = text.indexOf(unit); at >= 0; at = text.indexOf(unit, at + unit.length))
    if (!own.some((span) => span.start < at + unit.length && at < span.end))
      return [{ kind: 'organisation', value: unit, spans: own }];
  return [];
}

/** The units that the accused are of, by what they are all together likelier than any other. */
function unitsOf(accused: readonly Charged[], least: number): string[] {
  const leads = new Map<string, number>();
  for (const { organisation, position, lead } of accused)
    if (
      organisation !== null &&
      organisation.length >= 4 &&
      !(village.test(organisation) && ofOffice.test(position ?? ''))
    )
      leads.set(organisation, (leads.get(organisation) ?? 0) + lead);
  return [...leads].flatMap(([organisation, lead]) => (lead >= least ? organisation : []));
}

/**
 * What stands around the unit is the writer's own: 石涧县人民医院|放射科, 李晓东，|石涧县民防局, and of a signature
 * 枣林县民防局|驾驶员丰收年.
 */
function withoutUnit(reading: Reading, field: InformantField, units: readonly string[]): InformantField[] {
  const { kind, value } = field;
  const wide = units.find((o) => value.includes(o));
  if (wide === undefined) return [field];
  const [before, behind] = [
    value.slice(0, value.indexOf(wide)),
    value.slice(value.indexOf(wide) + wide.length),
  ];
  if (kind !== 'organisation' && !(kind === 'address' && before === '' && isPerson(reading, behind)))
    return [field];
  const at = (span: Span) => reading.text.slice(span.start, span.end).indexOf(wide);
  const standing = field.spans.flatMap((span) =>
    at(span) < 0 ? [] : { ...span, unit: span.start + at(span) },
  );
  const parts: InformantField[] = [
    { kind, value, spans: field.spans.filter((span) => at(span) < 0) },
    { kind, value: before, spans: standing.map(({ start, unit }) => ({ start, end: unit })) },
    { kind, value: behind, spans: standing.map(({ end, unit }) => ({ start: unit + wide.length, end })) },
  ];
  const around = parts.flatMap((part) => {
    const spans = part.spans.filter(({ start, end }) => end - start >= shortestPart);
    return spans.length > 0 ? { ...part, spans } : [];
  });
  const own = standing.map(({ unit }) => ({ start: unit, end: unit + wide.length }));
  return [...around, ...(own.length > 0 ? whereToldElsewhere(reading.text, wide, own) : [])];
}
