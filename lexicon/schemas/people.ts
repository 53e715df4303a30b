import { z } from 'zod';
import { wordList } from './word-list.js';

/** Surnames, posts and the words that show which part a person plays in a letter. */
export const peopleSchema = z.strictObject({
  surnames: wordList().describe('one-character surnames; each entry may hold many characters in a row'),
  commonSurnames: wordList().describe('the hundred surnames that most people bear; each entry may hold many'),
  rareSurnames: wordList().describe(
    'one-character surnames that are also everyday words; believed only where a title, a label or repetition supports them',
  ),
  signerSurnames: wordList()
    .default([])
    .describe(
      'further one-character surnames, believed only where the writer of a letter signs or names himself',
    ),
  compoundSurnames: wordList().describe('surnames of two or more characters'),
  nameParts: wordList().describe(
    'names without a surname, as Tibetans and Mongols bear: one is a name, and so are several end to end',
  ),
  transliterationCharacters: z
    .record(z.string().regex(/^[1-4]$/), wordList())
    .default({})
    .describe(
      'grade → characters that write foreign names, by how seldom they write anything else: 阿依古丽·买买提 runs over them on both sides of its dot',
    ),
  givenCharacters: z
    .record(z.string().regex(/^-?[0-4]$/), wordList())
    .default({})
    .describe(
      'grade → characters: how much oftener than in other words a character stands in given names (4: sixteen times, -4: hardly ever); each entry may hold many',
    ),
  notNames: wordList().describe('words that look like a name and are none'),
  posts: wordList().describe('public posts (职务), as they stand directly beside a name: 主任, 党组书记'),
  businessPosts: wordList().describe(
    'posts and callings of people who pay rather than hold office: 老板, 法定代表人',
  ),
  otherPosts: wordList().describe(
    'callings that are positions but say nothing of the part played: 村民小组长, 教师',
  ),
  callings: wordList().describe(
    'posts and callings of the lists above that are no 职务: they show a part, but are not tagged',
  ),
  postPrefixes: wordList().describe('what may stand before a post and belongs to it: 副, 常务副, 代理'),
  vicePosts: wordList().describe('posts that have a vice, so that 付 before them is 副: 局长, 主任'),
  tenseWords: wordList().describe('what stands before a post and is not part of it: 原, 时任, 现任'),
  courtesies: wordList().describe('what follows a name and is no post: 同志, 先生'),
  relatives: wordList().describe(
    'words for relatives and intimates that may stand before a name: 妻子, 弟弟',
  ),
  labels: z
    .record(z.string(), wordList())
    .default({})
    .describe('kind of form field → its labels; the kinds are those of pipelines/entities'),
  ownLabels: z
    .strictObject({
      deeds: wordList().describe('what the writer of a paper does: 提交, 来信'),
      persons: wordList().describe('who does it, behind a deed: 人, 者, 群众'),
      writers: wordList().describe('words for the writer that need no deed: 来人'),
      arrivals: wordList().describe('deeds that need no person before what is asked: 来信(地址)'),
      crowds: wordList().describe('who is the writer only where his name or address is asked: 群众(姓名)'),
      names: wordList(),
      units: wordList(),
      addresses: wordList(),
      phones: wordList(),
      identities: wordList(),
      emails: wordList(),
      births: wordList(),
      closely: wordList().describe(
        'whole labels of a person of whom the fields around them tell: 现在的住处; they hold a word of the lists above',
      ),
      others: wordList().describe('what the label of another person holds: 责任人, 接访人'),
      links: wordList().describe('what joins the parts: 的, 及, 现在'),
    })
    .prefault({})
    .describe('parts that the labels of fields about the writer are made of'),
  notSigners: z
    .strictObject({
      anywhere: wordList().describe('no name holds these'),
      beginnings: wordList().describe('no name begins with these'),
      endings: wordList().describe('no name ends with these'),
      whole: wordList().describe('no name is one of these'),
    })
    .prefault({})
    .describe('words in places for a name of the writer that name nobody: 群众, 特此, 自办'),
  plainUnits: z
    .strictObject({
      markers: wordList().describe('what says that no name follows: 一家, 某, 几个'),
      parts: wordList().describe('words that name no unit behind a marker: 外贸, 公司'),
      whole: wordList().describe('kinds that name no unit alone: 工厂, 镇政府'),
    })
    .prefault({})
    .describe('what the writer calls his unit without naming it (一家外贸公司, 工厂): it is not sealed'),
  reportVerbs: wordList().describe('verbs that announce whom a letter is about: 举报, 反映, 控告'),
  involvingVerbs: wordList().describe(
    'verbs behind which stands whom somebody has act, or acts with: 指使, 伙同',
  ),
  actWords: wordList().describe('acts of an accused whose subject he is: 收受, 索要, 违规减免'),
  misdeedWords: wordList().describe('acts that nobody does in good faith: 虚报, 私分, 压下不报'),
  namesInMisdeeds: wordList().describe(
    'characters that begin misdeeds and more often end a name before them: 王小明|知不报',
  ),
  misdeedLeads: wordList().describe(
    'what may stand between a person and the misdeed that he does: 长期, 合伙',
  ),
  misdeedThings: wordList().describe(
    'what makes a misdeed behind a name the matter of something else: 案, 材料, 一事',
  ),
  forcedWords: wordList().describe('that somebody was made to do it: 被逼, 迫于'),
  objectMarks: wordList().describe(
    'behind which stand those to whom somebody else does something: 冒充, 瞒着, 向',
  ),
  notBehindPosts: wordList().describe(
    'what stands behind a post without being its holder: 职务, 办公室, 家属',
  ),
  giveWords: wordList().describe('acts of a giver: 送给, 行贿'),
  receiveMarks: wordList().describe('prepositions before the one who receives: 向, 给, 送给'),
  witnessWords: wordList().describe('words that mark a witness: 知情人, 证人'),
  praiseWords: wordList().describe('what is said of people who do right: 态度很好, 清廉'),
  dissentWords: wordList().describe('what those do who speak against a wrong: 提意见, 劝阻, 拒签'),
  harmWords: wordList().describe('what befalls those whom the accused wrongs: 被调走, 受伤'),
  harshWords: wordList().describe('how officials treat those who come to them: 不耐烦, 拍桌子'),
  gainWords: wordList().describe('what somebody has of it: 据为己有, 名下, 好处'),
  collectiveSigns: wordList().describe('signatures that name nobody: 一名知情群众, 全体住户'),
});
