import type { Span } from '../../../../domain/index.js';
import { namedAccused } from '../named-accused.js';
import type { Reading } from '../reading.js';
import { beginsWithSurname, canBeName, nameAt } from './name-at.js';

const crowd = '(?:群众|村民|居民|业主|市民|职工|员工|住户|商户|租户|党员|干部|教师|一名|一位|自称)*';
const deed =
  '(?:来电|来访|来信|来函|致电|打来电话|打电话|电话|上门|到访|走访|[到来][我本][委局处室办](?:来访)?)';
const heard = new RegExp(
  `(?:来访|来电|来信|上访|信访)(?:群众|村民|居民|业主|市民|职工|员工)(?=[\\u3400-\\u9fff·]{2,4}(?:[、,，(（]|等|[二两三四五六七八九十]人|反映|称|到))|(?:据|接到?|接听|接待)(?:到|了)?${crowd}(?=[\\u3400-\\u9fff·]{2,12}${deed})`,
  'g',
);
const came = new RegExp(
  // 某某给我打电话说, 某某打电话说: so a letter tells of those it is about; who takes a call writes 来电.
  `(?:^|\\n|[,，。]|的|日|上午|下午|时|许)[ \\u3000]*(?:[\\u3400-\\u9fff]{2,10}?(?=村民|居民|业主|市民|职工|住户|商户))?${crowd}(?=(?![\\u3400-\\u9fff]{2,8}?(?:给我|亲自|打电话[,，]?说))[\\u3400-\\u9fff·]{2,9}(?:先生|女士|同志)?${deed}[,，:：]?(?:反映|举报|控告|投诉|陈述|口述|诉称|称|说|检举|感谢|建议|咨询|求助|询问|表扬))`,
  'g',
);
/** 上午，某某、某某二人来访: several who came. */
const together = new RegExp(
  `(?:^|\\n|[,，。]|日|上午|下午|时|许)[ \\u3000]*${crowd}(?=[\\u3400-\\u9fff·]{2,4}(?:[、和][\\u3400-\\u9fff·]{2,4}){1,5}?(?:[等共]?[一二两三四五六七八九十\\d]{0,3}[人名位户])?(?:一[起同]|共同|联名|结伴)?(?:来访|上访|到访|来电|来信|来我[委局办]))`,
  'g',
);
/** 三位老人来（甄福堂、尤二妹，都住桥头村）, 来访群众有…: those whom a clerk counted are named behind it. */
const counted =
  /(?:[一二两三四五六七八九十几\d]+[位名个]|来访)(?:老人|老汉|老太|村民|群众|居民|业主|职工|员工|妇女|青年|代表|人|男子|女子|商户|家长|牧民|民工|工人|老乡|同志)+(?:一起|结伴|前)?(?:来|到|来访|到访|上访|来委|来我[委局办]|进门|来电)?[（(：:](?=[\u3400-\u9fff·]{2,12}[、，,）)；;])/g;
/** 接待群众来访1批5人，代表为东门社区居民某某（女）、某某: who stands for those that came, with whence he comes. */
const delegates =
  /(?<=(?:来访|上访|接访|接待|信访|集体访)[^\n。]{0,40})(?:(?<!人大|党|工会)代表|带头的?|领头的?|牵头的?|其中)(?:人员?|人|分别)?(?:为|是|有|[:：])?(?:[\u3400-\u9fff\d]{0,20}?(?:群众|村民|居民|业主|市民|职工|员工|住户|商户|租户|家长|农民工|工人|教师|老人))?(?=[\u3400-\u9fff·]{2,4}(?:[、,，(（。；]|等|带头|牵头))/g;
/** 署名情况：联名（某某、某某等11人）. */
const signedJointly = /联名(?:举报|反映|信)?[（(：:](?=[\u3400-\u9fff·]{2,4}(?:[、，,)）]|等))/g;
/** 小雨（备注：喻小雨）: who is behind the name that an account goes by. */
const behindAccount =
  /(?:用户名?|昵称|网名|微信名?|留言人|账号|ID|来电人?|来访人?|找我)[^\n。]{0,20}[（(](?:备注|真名|实名|本名|姓名|名字)(?:叫|是|为|[:：])?(?=[\u3400-\u9fff·]{2,6}[)）])/g;
/** 联系我就找看大门的老鱼（鱼得水）. */
const findMe = /(?:联系我|找我|叫我|喊我|我就是)[^\n。]{0,16}[（(](?=[\u3400-\u9fff·]{2,4}[)）])/g;
/** 、老牧民尕桑: what the next of a row is stands before his name. */
const callingFirst = /^(?:老|小)?(?:牧民|村民|居民|职工|工人|教师|商户|业主|党员|群众)/;
/** 群众某某（住北街12号）反映：, 居民赵阿姨（某小区8栋）来电反映: who reports is told with a home. */
const toldWithHome =
  /(?:群众|村民|居民|业主|住户|市民|职工|商户|租户|农民)(?=[\u3400-\u9fff·]{2,4}[（(](?:[^（）()\n。]{0,12}[，,])?(?:(?:家|现|户籍)?住|[^（）()\n。]{2,30}(?:[\d一二三四五六七八九十][号栋幢组社室]|[村组社区屯寨]))[^（）()\n。]{0,40}[)）][，,]?(?:(?:[来致到上][电访信函门]|打电话)(?:反映|举报|投诉|控告|检举|称|说)|反映|举报|投诉|控告|检举))/g;
/** With what a bracket tells of the one before: （男，66岁）、. */
const company = /^(?:[（(][^（）()\n]{0,40}[)）])?[,，、和及与\s]{1,2}/;
const longestCompany = 44;

/** Names that a clerk wrote down of callers and visitors in running words: 据某某来电反映. */
export function noted(reading: Reading): Span[] {
  const { text } = reading;
  const found: Span[] = [];
  let accused: ReadonlySet<string> | null = null;
  for (const pattern of [
    heard,
    came,
    together,
    counted,
    delegates,
    signedJointly,
    behindAccount,
    findMe,
    toldWithHome,
  ])
    for (const match of text.matchAll(pattern)) {
      const first = nameAt(reading, match.index + match[0].length, true);
      if (first === null) continue;
      // 商户王五（东门街6号）反映不实: whom the paper charges may be told with his home, too.
      if (pattern === toldWithHome) {
        accused ??= namedAccused(reading);
        if (accused.has(text.slice(first.start, first.end))) continue;
      }
      found.push(first);
      for (let at = first.end; ; ) {
        const mark = company.exec(text.slice(at, at + longestCompany))?.[0].length ?? 0;
        const step =
          mark && mark + (callingFirst.exec(text.slice(at + mark, at + mark + 4))?.[0].length ?? 0);
        const next =
          step > 0 && beginsWithSurname(text, at + step, reading) > 0
            ? nameAt(reading, at + step, true)
            : null;
        if (next === null || !canBeName(text.slice(next.start, next.end), reading.dictionary)) break;
        found.push(next);
        at = next.end;
      }
    }
  return found;
}
