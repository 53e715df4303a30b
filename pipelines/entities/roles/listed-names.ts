import type { Span } from '../../../domain/index.js';
import type { Dictionary } from '../names/index.js';
import { canBeName } from './writer/index.js';

const piece = /([^、,，;；/\s（(]+)([（(][^（()）]{0,40}[)）]?)?/g;
/** What a form says of a person behind his name; no further name stands behind it. */
const description =
  /^(?:[男女]|.{1,3}族$|[\d〇一二三四五六七八九十]|均|都|分别|现|原|曾|住|家住|家在|系|是|为|出?生|电话|手机|联系|联络|身份|证件|无业|务农|农民|退休|离休|下岗|在职|工作|单位|地址|职业|职务|中共|党员|群众|反映|举报|来访|来电|要求|称|某|同上|未|不|拒|匿名|略|无)/;
/** 等3人, 二人, 夫妇 behind the last name of a row. */
const tail =
  /(?:等.{0,6}|共?[二两三四五六七八九十\d]+[人名位户家]|夫妇|夫妻|一家|父子|母子|兄弟|姐妹|签名|签字|手印)$/;

/**
 * The names of a field that asks who writes: 马有粮（手印）、藏二孬等7人. What stands first there is a name, whatever
 * the family is called and however long it is, and so is what 、 or a space joins to it; behind a comma only what
 * begins with a surname. A crowd is no name.
 *
 * @param longest how many characters the first name may have
 */
export function listedNames(text: string, field: Span, dictionary: Dictionary, longest: number): Span[] {
  const spans: Span[] = [];
  let last = field.start;
  for (const match of text.slice(field.start, field.end).matchAll(piece)) {
    const written = match[1] ?? '';
    const start = field.start + match.index;
    const joined = start === field.start || /^[、/\s]+$|^等/.test(text.slice(last, start));
    last = start + match[0].length;
    if (description.test(written)) break;
    // 发件人：宾小渔<…>: an address of mail or a number may be glued to the name.
    const bare = written.replace(/(?:[<＜《"“']|[\w.+-]{3,40}@|1\d{10}).*$/, '').replace(tail, '');
    const name = /^[\u3400-\u9fff·•]+/.exec(bare)?.[0] ?? '';
    if (name.length !== bare.length) break;
    // Whoever puts a thumb to the paper signs it.
    const thumbed = /^[(（][^()（）]{0,4}(?:印|签|章)/.test(match[2] ?? '');
    const surname = dictionary.signerSurnames.has(name.charAt(0));
    const first = spans.length === 0 && start === field.start;
    if (!(joined || thumbed || surname)) break;
    if (dictionary.collectives.all(name).length > 0) continue;
    if (!(canBeName(name, dictionary) || (first && name.length >= 5 && name.length <= longest))) continue;
    spans.push({ start, end: start + name.length });
  }
  return spans;
}
