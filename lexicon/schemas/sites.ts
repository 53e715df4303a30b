import { z } from 'zod';
import { wordList } from './word-list.js';

const byKind = () => z.record(z.string(), wordList()).default({});

/** How places and things built are called, and what stands around their names. Kinds are names of evidence. */
export const sitesSchema = z.strictObject({
  endings: byKind().describe('how names end, by kind: road: 路, 大道; estate: 花园, 名苑'),
  before: byKind().describe('what stands before a name, by kind: go: 赴, 前往'),
  behind: byKind().describe('what stands behind a name, by kind: developer: 开发商, 的业主'),
  never: wordList().describe('words that no name holds: 有关, 开发商'),
});
