import type { Evidence } from '../../weighing/index.js';
import type { ListHits } from '../lists.js';

/** Units from the beginning of a paper that its letterhead, title and first line take. */
const head = 220;
/** Units that its title alone takes. */
const title = 50;
/** Units at the end, where a paper says what it wants and who signs it. */
const tail = 120;

/** How the papers of offices and of citizens are worded, by what each tells. */
const wordings: Readonly<Record<string, RegExp>> = {
  'hands over':
    /移送(?:处理|函|书|单|表|清单|通知|问题线索|有关|案件|线索)|移交(?:函|表|清单|单|问题线索|有关|线索)|线索移[送交]|现(?:予)?移[送交]|[交转督]办[函单通件]|转[送交][函单通]|现将.{0,80}转[去送来交]|通报函|线索函|的函(?:\n|$)|关于报送|线索的(?:报告|请示)|移送你委|移送[^，。\n]{0,12}(?:清单|线索)|移送(?:机关|单位|日期|文号)|移〔\d{4}〕|纪办?[交转督驻][^〔\n]{0,4}〔|领导批示[^。\n]{0,4}请你|问题的请示|关于移[交送][^。\n]{0,40}的函/,
  'document number': /〔\d{4}〕\s?第?\d+号/,
  'citizen writes': /举报信|检举信|控告书|控告信|申诉书|尊敬的|来访登记|来电登记|电话记录|电话举报/,
  'header of a mail': /(?:发件人|收件人|From|To)[:：][\s\S]{0,120}(?:主题|Subject|日期|Date|发送时间)[:：]/i,
  greets: /您好|你好|领导好|书记好|尊敬的/,
  'fills in fields': /(?:^|\n)[^\n：:]{2,8}[：:][^\n]{1,40}\n[^\n：:]{2,8}[：:]/,
};
/** Asked of the whole text. */
const anywhere: Readonly<Record<string, RegExp>> = {
  question: /请问|想问|问一下|咨询|怎么办|能不能|可不可以|需要哪些/,
  'names nobody': /不针对|不是说谁|不是告/,
  /** What the writer would have others do stands at the head of a sentence of his own. */
  proposes:
    /(?:^|[\n。；！，：])(?:因此|为此|我们?|本人|特)?(?:建议|提议|有个建议|有一个建议|提几点建议|希望(?:纪委|政府|人防办|有关部门)?加强)|提[^，。]{0,8}建议/,
  'opens with an idea': /^(?:[^\n。]{0,24}[：:\n])?(?:我|本人|我们)?(?:建议|提议|提个建议|提一个建议|想提)/,
  /** A decision taken on the writer, whom he speaks of in the first person. */
  'own decision':
    /(?:给予?|对)(?:我|本人|申诉人|申请人)[^。\n]{0,20}(?:处分|问责|诫勉|处理|除名|降级|撤职|免职|开除)|(?:我|本人)(?:不服|受到|被给予|被开除|被撤|被免|受[^。，]{0,8}处分)/,
};

/** Which of the lexicon's cues stand in a text, and where: its head, its end, or anywhere. */
export function cuesIn(text: string, lists: ListHits): Evidence {
  const evidence: Evidence = new Map();
  const put = (name: string, value: number | boolean) => {
    if (value) evidence.set(name, Number(value));
  };
  // Of a note of one line the end is no other place than the title.
  const end = Math.max(title, text.length - tail);
  for (const list of lists.names()) {
    // Any matter may have these: trades count beside the accused only, thanks in a letter of thanks.
    if (list === 'trades' || list.startsWith('thanks.')) continue;
    const places = lists.all(list);
    const told = lists.weigh(list);
    put(list, Math.min(told, 4) / 4);
    put(`any ${list}`, told >= 1);
    put(
      `title ${list}`,
      places.some(({ start }) => start < title),
    );
    put(
      `head ${list}`,
      places.some(({ start }) => start < head),
    );
    put(
      `tail ${list}`,
      places.some(({ start }) => start >= end),
    );
  }
  const beginning = text.slice(0, head);
  for (const [name, wording] of Object.entries(wordings)) {
    put(name, wording.test(beginning));
    put(`title ${name}`, wording.test(beginning.slice(0, title)));
  }
  for (const [name, wording] of Object.entries(anywhere)) put(name, wording.test(text));
  return evidence;
}
