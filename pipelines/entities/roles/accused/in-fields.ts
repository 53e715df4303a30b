import type { PersonMention } from '../../names/index.js';
import type { Reading } from '../informant.js';

/** Persons whom a form's own field names as 被反映人; the official who handled the matter where a form has no such field. */
export function accusedInFields({ names, fields, text }: Reading): PersonMention[] {
  const within = (kind: string) =>
    fields
      .filter((field) => field.kind === kind)
      .flatMap((field) =>
        names.persons.filter(
          (p) => field.start <= p.start && p.end <= field.end && !isAside(text, field.start, p),
        ),
      );
  const accused = within('accused');
  if (accused.length > 0) return accused;
  const unitPost = within('accusedUnitPost');
  if (unitPost.length > 0) return unitPost;
  // 经办人：某某（电话）: whom to ring about the paper itself.
  return within('handler').filter(
    (p) => !/^\s?[（(，,]?\s?(?:电话|联系电话)?[:：]?\s?[\d-]{7}/.test(text.slice(p.end, p.end + 16)),
  );
}

/** A second person inside the field who is only told of: (其妻…), 老板…送. */
function isAside(text: string, from: number, person: PersonMention): boolean {
  return /(?:其妻|其夫|其子|其女|妻子|丈夫|儿子|女儿|老板|法定代表人|行贿人)\s?[:：]?\s?$/.test(
    text.slice(from, person.start),
  );
}
