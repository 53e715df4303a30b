import type { PetitionClass } from '../../domain/index.js';
import type { Expected } from '../expected.js';
import { expectedOf, type Paper } from '../letters/paper.js';
import { tagsOf } from '../tags.js';
import { outOfScope, report } from '../typed/paper.js';

/**
 * The messages of one class. In a line each person, organisation, position, place and project is marked where it first
 * stands, nothing else; ` / ` is a new line.
 */
export function messagesOf(petitionClass: PetitionClass, lines: string): Expected[] {
  return linesOf(lines).map((body, n) => messageOf({ ...outOfScope, petitionClass, body }, n));
}

/**
 * Reports with all their labels: a line is accused | topics | offences | message. Of each accused, `; ` between them,
 * there are name, unit and post, a `-` for each that is not told.
 *
 * @throws {Error} where a line has other parts.
 */
export function reportsOf(lines: string): Expected[] {
  return linesOf(lines).map((line, n) => {
    const [accused = '', topics = '', offences = '', body = ''] = line.split(' | ');
    if (body === '') throw new Error(`no report: ${line}`);
    const tags = tagsOf(topics, offences);
    return messageOf({ ...report, ...tags, accused: accused.split('; ').map(accusedOf), body }, n);
  });
}

const linesOf = (lines: string): string[] => lines.trim().split('\n');

type Labelled = Pick<Paper, 'kind' | 'petitionClass' | 'source' | 'signature'> &
  Pick<Paper, 'accused' | 'topics' | 'offences' | 'body'>;

function messageOf(labels: Labelled, n: number): Expected {
  const name = `${labels.petitionClass}-${n + 1}`;
  return expectedOf({
    ...labels,
    channel: 'online',
    file: `2019-06-01-${name}.txt`,
    format: 'txt-utf8',
    family: name,
    relation: 'first',
    body: `\n${labels.body.replaceAll(' / ', '\n')}`,
  });
}

function accusedOf(told: string): Paper['accused'][number] {
  const parts = told.split(' ').map((part) => (part === '-' ? null : part));
  if (parts.length !== 3) throw new Error(`no accused: ${told}`);
  const [name = null, organisation = null, position = null] = parts;
  return [name, organisation, position];
}
