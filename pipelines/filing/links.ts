import type { LinkKind, RegisterRecord } from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import {
  comparableText,
  foldConfusables,
  isFullName,
  type UnitForm,
  unitFormOf,
} from '../duplicates/index.js';

/** One thing by which clues meet; equal `kind` and `key` link two clues. */
export interface LinkKey {
  kind: LinkKind;
  /** Normalised: for comparison and the index, not for people. */
  key: string;
  /** As it stands in the record: for the explanation, as in `accused:范明志`. */
  label: string;
}

/** What links are told from. */
type Linkable = Pick<RegisterRecord, 'accused' | 'entities'> & { sources: readonly { text: string }[] };
type Entity = RegisterRecord['entities'][number];

/** What a project is, not which: 防空地下室项目 links nothing. */
const projectKind =
  /(?:人防|防空地下室|地下室|地下车库|结建|易地建设|住宅|商住|小区|建设|开发|工程|项目|楼盘|地块)+$/;
const shortestProject = 3;
const company = /(?:公司|集团|厂|事务所|经营部|工程队)$/;
/** Below this a company's name is only its kind: 建筑公司. */
const shortestCompany = 6;
/** Yuan: smaller sums are everybody's. */
const leastSum = 10_000;
/** Characters between a time and a sum that are said of one event. */
const mostBetween = 60;
/** More events than this are a table's; the first ones link. */
const mostEvents = 20;
/** Characters around a name in which its bearer's former posts stand. */
const nearName = 40;
const formerPost = /(?:原|时任|曾任|曾在|历任|先后任|先后在|调任前|曾担任)[^。；！？\n，,]{0,6}$/;

/** The keys of a record, each once. An accused links by name and unit together: names alone are shared by many. */
export function linkKeys(record: Linkable, lexicon: Lexicon): LinkKey[] {
  const form = unitFormOf(lexicon);
  const keys = new Map<string, LinkKey>();
  const add = (kind: LinkKind, key: string, label: string) => {
    if (key !== '' && !keys.has(`${kind}:${key}`)) keys.set(`${kind}:${key}`, { kind, key, label });
  };
  const named = (type: Entity['type']) =>
    record.entities.flatMap((entity) => {
      const written = typeof entity.value === 'string' ? entity.value : entity.text;
      return entity.type !== type || written.includes('▇') ? [] : [{ ...entity, written }];
    });
  const units = named('organisation');
  const former = units.filter((unit) => isFormer(record, unit));
  for (const person of record.accused) {
    const { name, organisation } = person;
    if (name === null || !isFullName(name)) continue;
    const own = [...(organisation === null ? [] : [organisation]), ...formerUnits(person, former)];
    for (const unit of own)
      add('accused', `${foldConfusables(name)}@${foldConfusables(unitKey(unit, form))}`, name);
  }
  for (const { written, text } of named('project')) add('project', projectKey(written), text);
  for (const { written, text } of units)
    if (company.test(written) && written.length >= shortestCompany)
      add('company', foldConfusables(comparableText(form(written))), text);
  for (const type of ['credit-code', 'identity-number'] as const)
    for (const { written, text } of named(type)) add(type, comparableText(written).toUpperCase(), text);
  for (const { key, label } of events(record)) add('sum-and-date', key, label);
  return [...keys.values()];
}

/** 原市人防办, 曾任市人防办主任. */
function isFormer({ sources }: Linkable, { source, start }: Entity): boolean {
  return formerPost.test((sources[source]?.text ?? '').slice(Math.max(0, start - 12), start));
}

/** Former units that stand beside the name: 范明志（原市人防办主任，现任…）. */
function formerUnits({ evidence }: RegisterRecord['accused'][number], former: readonly Entity[]): string[] {
  return former
    .filter((unit) =>
      evidence.some(
        (e) => e.source === unit.source && unit.start < e.end + nearName && unit.end > e.start - nearName,
      ),
    )
    .map((unit) => unit.text);
}

/** Sums with the month in which they changed hands, as one sentence says it: 2016年4月底收受…20万元. */
function events({ entities, sources }: Linkable): { key: string; label: string }[] {
  const found: { key: string; label: string }[] = [];
  let date: Entity | null = null;
  for (const entity of [...entities].sort((x, y) => x.source - y.source || x.start - y.start)) {
    const { type, value, source, start } = entity;
    if (type === 'date') date = entity;
    if (type !== 'money' || typeof value !== 'number' || value < leastSum) continue;
    // An interval, or a year alone, is no time at which a sum changed hands.
    if (date?.source !== source || !/^\d{4}-\d{2}(?:-\d{2})?$/.test(String(date.value))) continue;
    if (start - date.end > mostBetween) continue;
    const between = sources[source]?.text.slice(date.end, start) ?? '。';
    if (/[。；！？;!?▇]|\n\s{0,8}\n/.test(between)) continue;
    found.push({
      key: `${value}@${String(date.value).slice(0, 7)}`,
      label: `${date.text}${entity.text}`,
    });
    if (found.length === mostEvents) break;
  }
  return found;
}

/**
 * One unit's key: a province in front says nothing within one office's register, a city neither where a
 * district follows it; 云岭市人民防空办公室 and 市人防办 meet in 市人防办.
 */
function unitKey(organisation: string, form: UnitForm): string {
  const unit = comparableText(form(organisation)).replace(/^[^省]{2,4}省/, '');
  const district = /^[^市]{2,4}市([^市区县旗]{1,6}[区县旗].+)$/.exec(unit)?.[1];
  return district ?? unit.replace(/^[^市]{2,4}市/, '市');
}

function projectKey(project: string): string {
  // Longer stretches are no names; the bound also keeps the expression's work small.
  const name = comparableText(project).slice(0, 60);
  return name.replace(projectKind, '').length >= shortestProject
    ? foldConfusables(name.replace(/(?:项目|工程)$/, ''))
    : '';
}
