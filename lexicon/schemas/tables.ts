import { z } from 'zod';
import { wordList } from './word-list.js';

/** What a column of a list of clues holds; what the pipeline does with each kind is its own affair. */
const columnKinds = [
  'serial',
  'accused',
  'person',
  'informant',
  'unit',
  'post',
  'unitPost',
  'attribute',
  'problem',
  'amount',
  'handler',
  'project',
  'other',
] as const;

/** How lists of clues are headed, and which of their rows are none of a clue. */
export const tablesSchema = z.strictObject({
  columns: z
    .partialRecord(z.enum(columnKinds), wordList())
    .default({})
    .describe('kind of column → its headings, without spaces and without what stands in brackets behind'),
  lists: wordList().describe(
    'endings of the title of a list; beside one a letter around the table is a cover',
  ),
  sums: wordList().describe('beginnings of a row that adds up: 合计'),
  notes: wordList().describe('beginnings of a row that is a remark or a signature: 填表人, 注'),
  bringing: wordList().describe(
    'parts of a heading or title by which somebody brings a matter to an office: 来',
  ),
  bringers: wordList().describe('whole headings over who brings a matter: 谁来反映; `_` for a space'),
  tellingVerbs: wordList().describe(
    'what follows the name of who tells the matter, where it begins with him: 说',
  ),
  accusing: wordList().describe('whole headings over whom a matter is about: 说的是谁; `_` for a space'),
  wrongs: wordList().describe('parts of what is told by which it tells of a wrong: 克扣'),
  letters: wordList().describe('words around a table by which it is a part of somebody’s letter: 此致'),
  outcomes: wordList().describe('beginnings of what is written under the result of a matter: 已'),
  evidence: wordList().describe('parts of the title or headings of tables that are no lists of matters'),
  nothing: wordList().describe('what is written into the cells of a report of nothing: 无'),
});
export type TablesSection = z.output<typeof tablesSchema>;
