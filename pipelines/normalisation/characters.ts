/**
 * What one character becomes. NFKC, with these exceptions, because NFKC is meant for comparing and letters
 * are also read and quoted:
 * - Chinese punctuation stays Chinese: ，：；？！（）～ are not turned into their ASCII likes; “” ‘’ … stay.
 * - ① to ㊿ stay: as plain digits they would run into the number behind them (①2016年).
 * - ² and ³ stay, and ㎡ and ㎥ become m² and m³: as m2 an area would end in a wrong figure.
 * - every dot inside a name (•‧・) becomes ·, the one that the national standard asks for.
 * - radicals that PDF fonts print in the place of characters (⻓ for 长) become those characters.
 */
const kept = /[！？，：；（）～…‥“”‘’²³①-⑳㉑-㉟㊱-㊿]/u;

const replaced: ReadonlyMap<string, string> = new Map([
  ['㎡', 'm²'],
  ['㎥', 'm³'],
  ...[...'•‧・･⋅∙'].map((dot): [string, string] => [dot, '·']),
  ...[...'‐‑‒﹣'].map((dash): [string, string] => [dash, '-']),
  ...pairs('﹐，﹑、﹔；﹕：﹖？﹗！﹙（﹚）〝“〞”'),
  // Presentation forms for vertical writing.
  ...pairs('︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︵（︶）︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』'),
  // CJK Radicals Supplement: simplified forms, of which NFKC knows only two.
  ...pairs(
    '⺠民⺫目⺬示⺩王⺟母⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⻑長⻒镸⻗雨⻞食⻟食⻠食⻡首⺮竹⺼肉⺝月⺜日⺍小⺌小⺆冂⺄乙⺁厂⺀冫',
  ),
]);

function pairs(both: string): [string, string][] {
  const characters = [...both];
  return characters.flatMap((c, i): [string, string][] => (i % 2 === 0 ? [[c, characters[i + 1]!]] : []));
}

/** Zero-width characters, direction marks, soft hyphens, byte order marks and variation selectors. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const lineEnd = /^(?:\r\n|[\r\n\v\f\u0085\u2028\u2029])$/;
const control = /\p{Cc}/u;

/** Forms of single UTF-16 units, as they are met. */
const known = new Array<string | undefined>(0x10000);

/** The normalised form of one character with its marks; '' where it is dropped. */
export function normaliseCharacter(character: string): string {
  if (character.length > 1) return normalise(character);
  const unit = character.charCodeAt(0);
  known[unit] ??= normalise(character);
  return known[unit];
}

function normalise(character: string): string {
  if (character.length === 1 && character >= ' ' && character <= '~') return character;
  if (character === '\t') return character;
  if (lineEnd.test(character)) return '\n';
  const visible = character.replace(invisible, '');
  if (visible === '' || control.test(visible)) return '';
  if (kept.test(visible)) return visible;
  const own = replaced.get(visible);
  if (own !== undefined) return own;
  // NFKC gives several characters a leading space (´ becomes a space and a mark): the space is no word gap.
  const normal = visible.normalize('NFKC');
  return normal.length > 1 ? normal.replace(/^ /, '') : normal;
}
