import type { Span } from '../../../../domain/index.js';
import type { Dictionary } from '../../names/index.js';
import type { Reading } from '../reading.js';

const han = /[\u3400-\u9fff]/;
/** Words that go on behind a name; what stands before the first of them is the name. */
const continuing =
  /是|系|今年|现年|现已|家住|家在|现住|住|男|女|在|原[为系是在]|现[为系是在]|来自|和|与|及|以及|等|反映|举报|控告|投诉|检举|称|说|来电|来访|来信|来我|来本|到|自称|表示|电话|打来|致电|上门|代书|代笔|代写|执笔|口述|核实|补充|因|于|被|也|都|的|向|对|给|把|从|有|曾(?=[于经在向任是多先被一两三\d])|二人|两人|三人|[四五六七八九十]人|夫妇|一家|同志|之/g;
const called = /^.(?:先生|女士|小姐|同志|师傅|大爷|大妈|大姐|大哥|阿姨|老师|老人|某某?)/;
/** What no name begins with, whoever speaks. */
const noBeginning =
  /^(?:本人|本身|本单位|不愿|未留|拒绝|他|她|它|你|您|我|俺|咱|这|那|哪|谁|啥|什么|不|了|过|没|很|也|都|就|才|还|又|再|人家|大家|别人|们|自己|一[个名位]|来[的过到]|是|在|的|被|把|对|向|给|为|因|所以|但|但是|只|已|现|今|至|以|之|及|与|或|如|某|姓|名|单位|电话|地址|住址|信息|情况|姓名|身份|签名|签字|匿名|无名|不详|保密|反映|举报|控告|投诉|认为|认识|知道|希望|要求|恳请|请求|保证|承诺|愿意|实名|郑重|多次|曾经|家住|年龄|性别|男|女)/;

/** What stands in a place for a name and can be one, whatever the family is called. */
export function canBeName(word: string, { notSigners }: Pick<Dictionary, 'notSigners'>): boolean {
  const squeezed = word.replace(/\s/g, '');
  if (/[·•]/.test(squeezed)) return squeezed.length >= 3 && squeezed.length <= 20;
  return squeezed.length >= 2 && squeezed.length <= 4 && !notSigners.test(squeezed);
}

export function beginsWithSurname(
  text: string,
  at: number,
  { dictionary }: Pick<Reading, 'dictionary'>,
): number {
  if (dictionary.compoundSurnames.has(text.slice(at, at + 2))) return 2;
  // 才旦加: names that begin as many do need no surname.
  return dictionary.signerSurnames.has(text.charAt(at)) || dictionary.nameParts.at(text, at) !== null ? 1 : 0;
}

/**
 * The name at a place where the words before say that one stands, such as behind 我叫: a person that was read
 * there, else what stands before a mark or a word that goes on. `strict` asks for a known surname.
 */
export function nameAt(reading: Reading, at: number, strict: boolean): Span | null {
  const { text, names, dictionary } = reading;
  const person = names.persons.find((p) => p.start === at);
  const titled = called.exec(text.slice(at, at + 5));
  if (titled !== null && beginsWithSurname(text, at, reading) === 1 && person?.form !== 'full')
    return { start: at, end: at + titled[0].length };
  const spaced =
    /^[\u3400-\u9fff][ \u3000]{1,3}[\u3400-\u9fff](?:[ \u3000]{0,3}[\u3400-\u9fff])?(?![\u3400-\u9fff])/.exec(
      text.slice(at, at + 12),
    );
  if (spaced !== null && person === undefined && beginsWithSurname(text, at, reading) > 0)
    return { start: at, end: at + spaced[0].length };
  let end = at;
  while (end - at < 24 && (han.test(text.charAt(end)) || /[·•]/.test(text.charAt(end)))) end += 1;
  const run = text.slice(at, end);
  // 我叫都兰。: whatever 都 means, with a mark right behind it two or three characters are a name.
  const whole =
    !(strict && /^[是有在要不也都就]/.test(run)) &&
    run.length <= 3 &&
    beginsWithSurname(text, at, reading) > 0 &&
    canBeName(run, dictionary);
  if (noBeginning.test(run) && !whole && dictionary.nameParts.at(text, at) === null)
    return person === undefined ? null : { start: at, end: person.end };
  const surname = beginsWithSurname(text, at, reading);
  let length = run.length;
  for (const match of run.matchAll(continuing)) {
    // 高等, 于和: a word that goes on stands behind two characters at least.
    if (match.index < Math.max(2, surname + 1)) continue;
    length = match.index;
    break;
  }
  const word = run.slice(0, length);
  if (person !== undefined) {
    const whole = word.length <= 4 || /[·•]/.test(word);
    return {
      start: at,
      end: Math.max(person.end, whole && !dictionary.notSigners.test(word) ? at + word.length : 0),
    };
  }
  if (dictionary.collectives.at(word, 0) !== null || dictionary.posts.at(word, 0) !== null) return null;
  if (canBeName(word, dictionary) && (surname > 0 || !strict)) return { start: at, end: at + word.length };
  if (surname === 0 || word.length <= 4 || strict) return null;
  return { start: at, end: at + surname + 2 };
}
