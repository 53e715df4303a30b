import { shownText } from './record-sql.js';

export interface RecordFilter {
  petitionClass?: string;
  topic?: string;
  /** What the reader should know before trusting the text. */
  flag?: string;
  /** Stands in an accused person's name, or in the name of a unit that is accused itself. */
  accused?: string;
  since?: string;
  until?: string;
  /** All of these words must stand in a source's text, the title or an accused person's name. */
  words?: readonly string[];
  /** By the day of receipt; oldest first where nothing is said. */
  order?: 'oldest' | 'newest';
  limit?: number;
  offset?: number;
}

/** The filter as a condition on `clues c`, with its values. */
export function conditionsOf(filter: RecordFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const conditions = ['not c.withdrawn'];
  const add = (sql: (place: string) => string, value: unknown) => {
    values.push(value);
    conditions.push(sql(`$${values.length}`));
  };
  if (filter.petitionClass) add((p) => `c.petition_class = ${p}`, filter.petitionClass);
  if (filter.topic)
    add((p) => `exists (select 1 from tags t where t.clue_id = c.id and t.code = ${p})`, filter.topic);
  if (filter.flag) add((p) => `${p} = any(c.flags)`, filter.flag);
  if (filter.accused)
    add(
      (p) => `exists (select 1 from accused a where a.clue_id = c.id
        and strpos(coalesce(a.name, a.organisation), ${p}) > 0)`,
      filter.accused,
    );
  if (filter.since) add((p) => `c.received_on >= ${p}::date`, filter.since);
  if (filter.until) add((p) => `c.received_on <= ${p}::date`, filter.until);
  for (const word of filter.words ?? []) {
    // strpos, not LIKE: a word is a word, whatever % or _ it holds.
    add(
      (p) => `(strpos(c.title, ${p}) > 0 or strpos(c.clue_no, ${p}) > 0
        or exists (select 1 from accused a where a.clue_id = c.id and strpos(concat_ws(' ', a.name, a.organisation), ${p}) > 0)
        or exists (select 1 from sources s join items i on i.id = s.item_id
          where s.clue_id = c.id and not s.superseded and strpos(${shownText}, ${p}) > 0))`,
      word,
    );
  }
  return { where: `where ${conditions.join(' and ')}`, values };
}
