import { z } from 'zod';

const words = () => z.array(z.string()).default([]);

/** Surnames, posts and the words that show which part a person plays in a letter. */
export const peopleSchema = z.strictObject({
  surnames: words().describe('one-character surnames; each entry may hold many characters in a row'),
  rareSurnames: words().describe(
    'one-character surnames that are also everyday words; believed only where a title, a label or repetition supports them',
  ),
  compoundSurnames: words().describe('surnames of two or more characters'),
  givenCharacters: words().describe('characters that are common in given names; each entry may hold many'),
  barredCharacters: words().describe(
    'characters that do not stand in a given name; each entry may hold many',
  ),
  notNames: words().describe('words that look like a name and are none'),
  posts: words().describe('public posts (职务), as they stand directly beside a name: 主任, 党组书记'),
  businessPosts: words().describe(
    'posts and callings of people who pay rather than hold office: 老板, 法定代表人',
  ),
  otherPosts: words().describe(
    'callings that are positions but say nothing of the part played: 村民小组长, 教师',
  ),
  postPrefixes: words().describe('what may stand before a post and belongs to it: 副, 常务副, 代理'),
  tenseWords: words().describe('what stands before a post and is not part of it: 原, 时任, 现任'),
  courtesies: words().describe('what follows a name and is no post: 同志, 先生'),
  relatives: words().describe('words for relatives and intimates that may stand before a name: 妻子, 弟弟'),
  labels: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe('kind of form field → its labels; the kinds are those of pipelines/entities'),
  reportVerbs: words().describe('verbs that announce whom a letter is about: 举报, 反映, 控告'),
  actWords: words().describe('acts of an accused whose subject he is: 收受, 索要, 违规减免'),
  giveWords: words().describe('acts of a giver: 送给, 行贿'),
  receiveMarks: words().describe('prepositions before the one who receives: 向, 给, 送给'),
  witnessWords: words().describe('words that mark a witness: 知情人, 证人'),
  collectiveSigns: words().describe('signatures that name nobody: 一名知情群众, 全体住户'),
});
