import type { Span } from '../../../../../domain/index.js';
import { firstFrom } from '../../../names/index.js';
import type { Reading } from '../../reading.js';
import { beginsWithSurname, canBeName } from '../name-at.js';
import { beside, byRole, deed, hasReported, isOfClerk, isOfficeHolder } from './reported.js';

const name = '([\\u3400-\\u9fff·]{2,12}?)';
/** 收到某某来信, 现将某某反映某某的材料转去: an office tells whose letter it sends on. */
const sentOn = new RegExp(
  `(?:收到|接到|收悉|[现兹今谨]将|(?<![\\u3400-\\u9fff])将|转去|转来|附上|(?<![\\u3400-\\u9fff])[对就据]|关于|根据|依据|受理)(?:群众|市民|村民|职工|网民|${byRole})?${name}(?=${beside}${deed}(?!如下|于下|到的))`,
  'g',
);
/** 现将某某的举报信转去: whose letter is passed on stands in front; whom it is about stands behind 关于 or 反映. */
const passedOn =
  /(?:[现兹今谨]将|转去|转来|转交|转送|附上)(?:群众|市民|村民|职工|网民|干部|居民)?([\u3400-\u9fff·]{2,4}?)(?=(?:先生|女士|同志|等[\d一二三四五六七八九十]{0,3}[人名位])?(?:的|关于[^。；\n]{2,40}的?)(?:实名|署名)?(?:举报|检举|控告|信访|投诉|申诉|反映|来)(?:信|件|函|材料)[^。；\n]{0,6}(?:[转移]|一件|[1一]封))/g;
/** 实名（某某，电话已核实）, 来电：某先生，: a column or a line that says who wrote or called. */
const entered =
  /(?:实名(?:举报)?[（(:：]|(?:^|[\n\t ，,；;|｜])(?:来电|来访|来信|来函|致电|来人|信主)[:：][ \u3000]?)([\u3400-\u9fff·]{2,12}?)(?=(?:先生|女士|同志|老人)?[，,、（()）\d\s]|$)/g;
/** 实名（某某，138…）: whatever the family is called. */
const known =
  /实名(?:举报)?(?:人)?[（(:：]([\u3400-\u9fff·]{2,4})(?=[，,、（() ]{1,2}(?:电话|手机)?[:：]?1\d{10})/g;
/** 受某某委托, （申请人某某）: whom somebody writes for. */
const spokenFor =
  /(?<![接经遭承享])受(?:申[请诉]人|当事人|委托人)?([\u3400-\u9fff·]{2,8}?)(?=(?:先生|女士|同志|等[一二两三四五六七八九十百零〇\d]{0,5}[人名位户]?)?(?:的?委托|之托|所托))/g;
const inBracket =
  /[（(](?:申请|申诉|举报|反映|信访|投诉|控告|委托|[来写]信)人[:：]?([\u3400-\u9fff·]{2,4})(?=(?:先生|女士|同志)?[）)，,])/g;
/** An elderly writer's words for himself before his name: 老婆子某某今年八十二. */
const humbly =
  /(?<=^|[\n，,。；;：: \u3000])(?:老[婆头太汉]子?|老太婆|小女子|民女|小民|草民|晚辈|本村民|老朽|贫女)((?![有是在病不])[\u3400-\u9fff·]{2,4}?)(?=[，,今现年男女住是家叫])/g;
/** 找某某就行, 联系某某本人. */
const askFor = /(?:联系|找)([\u3400-\u9fff·]{2,4}?)(?=就行|就好|即可|本人|就可以)/g;
/** 没人找|, 调查组只找|: an investigation is said to have looked for whom it concerns; */
const soughtBy =
  /(?:没有?人|没有?|从未|未曾|未|谁|(?:调查|核查|核实|初核|巡[察视]|工作)[组员人]{1,2}员?|纪委|监委|只)(?:来|去|也|是|曾|都|过|只|仅){0,3}$/;
/** who tells whom to ask says so of nobody who was asked; */
const asksFor = /请|望|可以?|[应需须]|[想要]|盼|建议|以后|如|有事|有什么|随时|直接|联系|[？?]$/;
/** and 本人 was talked to, not given with a telephone. */
const talkedTo =
  /^(?:本人|(?:就|即)可以?)?(?:谈|核实|核对|了解|问|调查|对质|说)(?![^。；\n]{0,12}(?:电话|手机|\d{7}))/;
const hasWritten = /^[^，,。；;\n]{0,6}(?:举报|反映|检举|控告|写信|投诉|来信)/;
const called = /(?:先生|女士|小姐|大爷|大妈|大姐|大哥|阿姨|师傅)$/;

/** 调查人员只找某某本人谈了话: nobody to turn to, but whom the matter concerns; not who is said to have reported it. */
function wasSought(text: string, at: number, word: string): boolean {
  const lead = /[^，,。；;：:！!\n]*$/.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? '';
  const behind = text.indexOf(word, at) + word.length;
  return (
    soughtBy.test(lead) &&
    !asksFor.test(lead) &&
    talkedTo.test(text.slice(behind, behind + 24)) &&
    !text.split(word).some((rest, i) => i > 0 && hasWritten.test(rest))
  );
}

/**
 * Names that only the words around them make the writer's, in papers of offices too: whoever is said to have written
 * or called where a paper sends on what came in, and for whom somebody else writes.
 */
export function handedOn(reading: Reading): Span[] {
  const { text, names, dictionary } = reading;
  const found: Span[] = [];
  for (const match of text.matchAll(known)) {
    const word = match[1] ?? '';
    const start = match.index + match[0].length - word.length;
    if (canBeName(word, dictionary)) found.push({ start, end: start + word.length });
  }
  for (const pattern of [sentOn, entered, spokenFor, inBracket, humbly, askFor])
    for (const match of text.matchAll(pattern)) {
      const word = match[1] ?? '';
      const start = match.index + match[0].length - word.length;
      const at = names.persons[firstFrom(names.persons, start)];
      const person = at?.start === start && at.form !== 'titled' ? at : undefined;
      // 将有关问题反映如下: in running words only what many families are called begins a name.
      const surname =
        pattern === sentOn &&
        !dictionary.surnames.has(word.charAt(0)) &&
        !dictionary.compoundSurnames.has(word.slice(0, 2))
          ? 0
          : beginsWithSurname(text, start, reading);
      const bare = word.replace(called, '');
      const fits =
        person?.end === start + word.length ||
        (surname > 0 &&
          (canBeName(word, dictionary) || (bare !== word && bare.length === 1)) &&
          dictionary.notNames.at(word, 0) === null);
      if (!fits || dictionary.collectives.all(word).length > 0) continue;
      if (pattern === sentOn && !hasReported(reading, { start, end: start + word.length })) continue;
      if (pattern === askFor && wasSought(text, match.index, word)) continue;
      found.push({
        start,
        end:
          start +
          word.length +
          (called.exec(text.slice(start + word.length, start + word.length + 2))?.[0].length ?? 0),
      });
    }
  const posts = new Set(names.positions.map((p) => p.end));
  for (const match of text.matchAll(passedOn)) {
    const word = match[1] ?? '';
    const start = match.index + match[0].length - word.length;
    const span = { start, end: start + word.length };
    if (beginsWithSurname(text, start, reading) === 0 || !canBeName(word, dictionary)) continue;
    if (dictionary.collectives.all(word).length === 0 && !isOfficeHolder(reading, span)) found.push(span);
  }
  if (isOfClerk(reading))
    for (const person of names.persons) {
      if (person.form !== 'full' && person.form !== 'forced') continue;
      if (!posts.has(person.start) && hasReported(reading, person)) found.push(person);
    }
  return found;
}
