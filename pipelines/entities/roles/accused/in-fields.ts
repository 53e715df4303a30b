import type { PersonMention } from '../../names/index.js';
import type { Reading } from '../reading.js';

/** Persons whom a form's own field names as 被反映人. */
export function accusedInFields(reading: Reading): PersonMention[] {
  const accused = personsIn(reading, 'accused');
  return accused.length > 0 ? accused : personsIn(reading, 'accusedUnitPost');
}

/** The official who handled the matter, where a form has a field for him and none for the accused. */
export function handlersInFields(reading: Reading): PersonMention[] {
  // 经办人：某某（电话）: whom to ring about the paper itself.
  return personsIn(reading, 'handler').filter(
    (p) => !/^\s?[（(，,]?\s?(?:电话|联系电话)?[:：]?\s?[\d-]{7}/.test(reading.text.slice(p.end, p.end + 16)),
  );
}

const personsIn = ({ fields, names, text }: Reading, kind: string): PersonMention[] =>
  fields
    .filter((field) => field.kind === kind)
    .flatMap((field) =>
      names.persons.filter(
        (p) => field.start <= p.start && p.end <= field.end && !isAside(text, field.start, p),
      ),
    );

/** A second person inside the field who is only told of: (其妻…), 老板…送. */
function isAside(text: string, from: number, person: PersonMention): boolean {
  return /(?:其妻|其夫|其子|其女|妻子|丈夫|儿子|女儿|老板|法定代表人|行贿人)\s?[:：]?\s?$/.test(
    text.slice(from, person.start),
  );
}
