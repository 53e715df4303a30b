import { z } from 'zod';
import { wordList } from './word-list.js';

/** How organisations are called: kinds by their endings, aliases, former names. */
export const organisationsSchema = z.strictObject({
  bodies: wordList().describe('names of public bodies as they follow a place: 人防办, 住房和城乡建设局'),
  departments: wordList().describe('parts of a body as they follow its name: 工程科, 办公室'),
  suffixes: wordList().describe(
    'endings of other organisations, longest first by the reader: 有限公司, 医院',
  ),
  companyKinds: wordList().describe(
    'what companies are called that have no name in the text: 物业, 中介, as in 物业公司',
  ),
  trades: wordList().describe(
    'suffixes that end no name where more of it follows: 恒源房地产 before 开发有限公司',
  ),
  petitionOffices: wordList().describe(
    'bodies that receive petitions and are never accused as addressees: 纪委监委',
  ),
  aliases: z
    .array(
      z.strictObject({
        name: z.string().describe('canonical name of the kind of body'),
        also: wordList().describe('abbreviations and other names'),
        formerly: z
          .array(z.strictObject({ name: z.string(), until: z.string().default('') }))
          .default([])
          .describe('names of the same body in earlier times, with the month until which they were in force'),
      }),
    )
    .default([])
    .describe('names of one and the same kind of body'),
  shortForms: z
    .array(z.strictObject({ short: z.string(), long: wordList() }))
    .default([])
    .describe(
      'words of names that are written in full or shortened: 有限公司 is 公司; units are compared by the short ones',
    ),
  unitKinds: z
    .record(z.string(), wordList())
    .default({})
    .describe('kind of unit → how names of such units end'),
  postKinds: z.record(z.string(), wordList()).default({}).describe('kind of post → how such posts end'),
  lacksPosts: z
    .record(z.string(), wordList())
    .default({})
    .describe('kind of unit → kinds of posts that such a unit has none of'),
});
