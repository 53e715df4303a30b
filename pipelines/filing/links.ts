import type { RegisterRecord } from '../../domain/index.js';
import { comparableText, foldConfusables, isFullName } from '../duplicates/index.js';
import { normaliseUnit } from './accused.js';

export type LinkKind = 'accused' | 'project' | 'company' | 'credit-code' | 'identity-number';

/** One thing by which clues meet; equal `kind` and `key` link two clues. */
export interface LinkKey {
  kind: LinkKind;
  /** Normalised: for comparison and the index, not for people. */
  key: string;
  /** As it stands in the record: for the explanation, as in `accused:范明志`. */
  label: string;
}

/** What a project is, not which: 防空地下室项目 links nothing. */
const projectKind =
  /(?:人防|防空地下室|地下室|地下车库|结建|易地建设|住宅|商住|小区|建设|开发|工程|项目|楼盘|地块)+$/;
const shortestProject = 3;
const company = /(?:公司|集团|厂|事务所|经营部|工程队)$/;
/** Below this a company's name is only its kind: 建筑公司. */
const shortestCompany = 6;

/** The keys of a record, each once. An accused links by name and unit together: names alone are shared by many. */
export function linkKeys(record: Pick<RegisterRecord, 'accused' | 'entities'>): LinkKey[] {
  const keys = new Map<string, LinkKey>();
  const add = (kind: LinkKind, key: string, label: string) => {
    if (key !== '' && !keys.has(`${kind}:${key}`)) keys.set(`${kind}:${key}`, { kind, key, label });
  };
  for (const { name, organisation } of record.accused) {
    if (name === null || organisation === null || !isFullName(name)) continue;
    add('accused', `${foldConfusables(name)}@${foldConfusables(unitKey(organisation))}`, name);
  }
  for (const { type, text, value } of record.entities) {
    const written = typeof value === 'string' ? value : text;
    if (written.includes('▇')) continue;
    if (type === 'project') add('project', projectKey(written), text);
    else if (type === 'organisation' && company.test(written) && written.length >= shortestCompany) {
      add('company', comparableText(normaliseUnit(written)), text);
    } else if (type === 'credit-code' || type === 'identity-number') {
      add(type, comparableText(written).toUpperCase(), text);
    }
  }
  return [...keys.values()];
}

/**
 * One unit's key: a province in front says nothing within one office's register, a city neither where a
 * district follows it; 云岭市人民防空办公室 and 市人防办 meet in 市人防办.
 */
function unitKey(organisation: string): string {
  const unit = comparableText(normaliseUnit(organisation)).replace(/^[^省]{2,4}省/, '');
  const district = /^[^市]{2,4}市([^市区县旗]{1,6}[区县旗].+)$/.exec(unit)?.[1];
  return district ?? unit.replace(/^[^市]{2,4}市/, '市');
}

function projectKey(project: string): string {
  // Longer stretches are no names; the bound also keeps the expression's work small.
  const name = comparableText(project).slice(0, 60);
  return name.replace(projectKind, '').length >= shortestProject ? name.replace(/(?:项目|工程)$/, '') : '';
}
