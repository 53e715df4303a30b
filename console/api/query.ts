import { z } from 'zod';
import { isDay, petitionClassKeys, QidiError, qualityFlagKeys } from '../../domain/index.js';
import type { RecordFilter } from '../../register/index.js';

export const pageSize = 50;
const mostWords = 8;

/** An empty field of a form is a field that was not filled in. PostgreSQL's text holds no NUL. */
const field = z
  .string()
  .max(200)
  .refine((text) => !text.includes('\0'))
  .transform((text) => text.trim());
const empty = z.literal('').transform(() => undefined);
const day = field.pipe(z.union([empty, z.string().refine((text) => isDay(text) && text >= '1900')]));

const querySchema = z.strictObject({
  class: field.pipe(z.union([empty, z.enum(petitionClassKeys)])).optional(),
  topic: field.pipe(z.union([empty, z.string().regex(/^[A-Z]\d{1,2}$/)])).optional(),
  flag: field.pipe(z.union([empty, z.enum(qualityFlagKeys)])).optional(),
  accused: field.pipe(z.union([empty, z.string().max(40)])).optional(),
  since: day.optional(),
  until: day.optional(),
  words: field.pipe(z.union([empty, z.string()])).optional(),
  order: field.pipe(z.union([empty, z.enum(['newest', 'oldest'])])).optional(),
  page: field
    .pipe(
      z.union([
        empty,
        z
          .string()
          .regex(/^[1-9]\d{0,4}$/)
          .transform(Number),
      ]),
    )
    .optional(),
});

/** What the register's page and `/api/records` are asked for; all fields are optional. */
export type ConsoleQuery = z.output<typeof querySchema>;

/**
 * Reads `class`, `topic`, `flag`, `accused`, `since`, `until` (ISO days), `words` (parted by spaces), `order` (`newest` first where it is absent) and `page` (from 1)
 * from an address.
 * @throws QidiError `console.invalid_query` naming the parameter, also one that there is not; never its value.
 */
export function readQuery(query: unknown): ConsoleQuery {
  const read = querySchema.safeParse(query);
  if (!read.success) {
    const [issue] = read.error.issues;
    const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
    throw new QidiError('console.invalid_query', { name: String(name ?? '?').slice(0, 20) });
  }
  return read.data;
}

export function filterOf(query: ConsoleQuery): RecordFilter {
  return {
    petitionClass: query.class,
    topic: query.topic,
    flag: query.flag,
    accused: query.accused,
    since: query.since,
    until: query.until,
    words: query.words?.split(/\s+/).slice(0, mostWords) ?? [],
    // What came today is what people look for.
    order: query.order ?? 'newest',
    limit: pageSize,
    offset: ((query.page ?? 1) - 1) * pageSize,
  };
}

/** The address of the register's page with these filters. */
export function addressOf(query: ConsoleQuery): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && !(name === 'page' && value === 1)) search.set(name, String(value));
  return search.size > 0 ? `/?${search}` : '/';
}
