import type { Accused, Span } from '../../../../domain/index.js';
import { isEveryday } from '../everyday.js';
import type { Reading } from '../reading.js';

const year = '(?:19|20)\\d{2}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?';
const count = '[一二两三四五六七八九十\\d]{1,4}';
/** What stands in the first group is the writer's, where its sentence speaks of him. */
const told = [
  // How long he has been there, when he came, and when he left.
  `(?:干|待|工作|上班|当差|服务)了(${count}(?:多|几)?年(?:多|半)?)`,
  `(?:工龄|教龄|党龄|军龄)(?:已|有|是|为|都)*(${count}(?:多|几)?年)`,
  `(${year}(?:(?:通过|经)?[^，。；\\n]{0,4}?(?:考|招|调|分配?|聘|转业|退伍)(?:进|入|来|到|录)|进厂|进局|进单位|入职)[^，。；\\n]{0,12})`,
  `(${year}(?:就|就已|办|办理|的|因病|提前|正式){0,3}(?:内退|退休|退的|离职|辞职|下岗|离岗|结婚|结的婚|离婚|生的?孩子))`,
  // Where he sits and stands.
  `(?:办公室|办公桌|工位|座位|柜台|宿舍|岗亭|教室)(?:就|都|也)?[在是]([^，,。；;！\\n]{2,16})`,
  `(坐(?:在)?[^，。；\\n]{0,6}(?:对面|隔壁|旁边|后面|前面|后排|前排))`,
  `在([一二三四五六七八九十\\d]{1,3}号(?:窗口|柜台|岗亭|工位|车间))`,
  `上([大小]夜班)`,
  // Where he was put.
  `(?:被|把我|将我|我)(?:[^，,。；;\\n]{0,6})(从[^，,。；;\\n]{1,12}?(?:调|安排|发配|派|撵|贬|挪)(?:去|到|至|往|回)[^，,。；;\\n]{2,14})`,
  `(?:被|把我|将我)(?:[他她其]们?)?(?:局里|单位|领导|组织)?(?:调|安排|发配|派|撵|贬|挪)(?:去|到|至|往|回)([^，,。；;\\n]{3,14})`,
  // What he does, and what he is called for it.
  `(?:我|自己|本人)(?:是)?(教[\\u3400-\\u9fff]{2,4})(?=[，,。；的])`,
  `(卖(?:菜|肉|鱼|豆腐|早点|水果|衣服|煎饼|凉粉|酒|烟)|修(?:车|鞋|表|锁|家电)|开(?:挖机|挖掘机|出租|出租车|货车|大货|叉车|铲车|塔吊|三轮|校车|公交)|杀猪|养(?:蜂|猪|鸡|鱼|牛|羊))(?=[，,。；;的！])`,
  `(?:大家|别人|人家|村里人?|同事们?|工友们?|街坊)(?:都|就)*[叫喊称]我([\\u3400-\\u9fff]{2,6})(?=[，,。；;！\\n])`,
  // His house, his family.
  `门牌号?码?[是为在]?([^，,。；;\\n]{3,24}号[^，,。；;（(\\n]{0,8})`,
  `(有[一两二三]?[个名]?(?:女儿|儿子|孩子|闺女|娃)(?:正|刚|还|就)?(?:在|上|读|念|患|得)[^，,。；;\\n他她]{1,12})`,
  `(?:我|俺)家?的?(?:儿子|女儿|孩子|闺女|娃|小孩)(?:现在|目前|今年|也|就|还)*((?:在|上|读|坐|念|就读)[^，,。；;\\n他她]{2,16})`,
  `(怀孕|怀着孩子|坐月子|休产假|哺乳期)`,
  // What an office notes in a bracket behind what he is.
  `人(?:为|是|系)[^，,。；;（(\\n]{2,30}[（(]([^（）()\\n]{2,30})[)）]`,
].map((form) => new RegExp(form, 'g'));
const writer = /我|俺|咱|本人|鄙人|自己|(?<!被)(?:来信|来电|来访|举报|反映|信访|投诉)人/g;
/** Somebody else of whom the sentence goes on to speak; 被他, 和他 and 坐他 leave the writer its subject. */
const other = /(?<!被|和|跟|与|坐|对|向|找|给|把|在)[他她]|其(?!中|实|他)|对方|此人/g;
const reported = /听说|知道|得知|看见|发现|认识/;

/** Particulars of the writer in sentences of which he is the subject. */
export function readParticulars({ text, map }: Reading, accused: readonly Accused[]): Span[] {
  const names = accused.flatMap((a) => a.name ?? []);
  return told.flatMap((form) =>
    [...text.matchAll(form)].flatMap((match): Span[] => {
      const value = match[1]!;
      const start = match.index + match[0].lastIndexOf(value);
      // 大家都叫我签字: what he was to do is no name.
      if (
        /[叫喊称]我$/.test(text.slice(start - 2, start)) &&
        isEveryday(map, start) &&
        /^v/.test(map.words[map.indexAt(start)]?.tag ?? '')
      )
        return [];
      return isOfWriter(text, start, names) ? [{ start, end: start + value.length }] : [];
    }),
  );
}

function isOfWriter(text: string, at: number, names: readonly string[]): boolean {
  const near = text.slice(Math.max(0, at - 90), at);
  const sentence = near.slice(Math.max(...[...'。；！？\n'].map((mark) => near.lastIndexOf(mark) + 1)));
  const last = (pattern: RegExp) => [...sentence.matchAll(pattern)].at(-1)?.index ?? -1;
  const said = last(writer);
  const others = Math.max(last(other), ...names.map((name) => sentence.lastIndexOf(name)));
  return said >= 0 && said >= others && !reported.test(sentence.slice(said));
}
