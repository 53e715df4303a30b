import type { Accused, InformantField, Span } from '../../../../domain/index.js';
import type { Reading } from '../reading.js';

const label =
  /(?:本人|个人|私人|家庭|家里|办公室|办公|单位|公司|指定|提供|使用|名下|所有)?的?(?:联系|私人|个人|手机|移动|座机|固定|微信|联络|银行|[农工建中交]行)?(?:电话|电話|電話|手机|手機|号码|方式|微信|QQ|邮箱|信箱|身份证|卡号|卡|账户|帐户|账号|帐号|账|住址|地址|车牌|车辆?|号|码|[:：]|是|为|[\s(（"“])*$/;
const thirdPerson =
  /(?:其|他们?|她们?|对方|老板|局长|主任|书记|经理|董事长|县长|镇长|乡长|科长|所长|站长|院长|校长|被举报人|被反映人|被控告人)$/;
const company = /(?:公司|酒店|商行|集团|单位|该局|该委|该所|招标人|代理机构|纪委|巡察组|举报|热线|公开)$/;
const ours = /(?:我们?|本|俺们?|咱们?)(?:的|家|家的|所在的?|原)?(?:公司|单位)$/;
const petitioner = /(?:我|本人|俺|咱|(?<!被)(?:举报|反映|控告|来访|来电|来信|投诉|检举)人)/;

/**
 * The words right before the place give it to somebody else: the accused by name or post (范明志电话, 其电话,
 * 局长手机), a company or an office; or it stands in a field of theirs. 其, 他 and a post mean the petitioner
 * where the sentence speaks of the petitioner alone.
 */
export function belongsToOther(
  reading: Reading,
  place: Span,
  informant: readonly InformantField[],
  accused: readonly Accused[],
): boolean {
  const { text, fields, lines } = reading;
  const field = fields.findLast(
    (f) =>
      (f.kind === 'aside' || f.kind === 'clerk' || f.kind === 'business' || f.kind === 'accused') &&
      f.labelStart <= place.start &&
      place.end <= f.end,
  );
  if (field !== undefined && (field.kind !== 'aside' || nearBlock(reading, field.labelStart))) return true;
  const near = text.slice(Math.max(0, place.start - 60), place.start);
  const from = Math.max(0, ...['。', '；', ';', '！', '？', '\n'].map((mark) => near.lastIndexOf(mark) + 1));
  const sentence = near.slice(from);
  const clause = sentence
    .slice(Math.max(sentence.lastIndexOf('，'), sentence.lastIndexOf(',')) + 1)
    .slice(-30);
  const owner = clause.slice(0, label.exec(clause)?.index ?? clause.length);
  // 公司 and 单位 may have been read as a part of the label.
  const whole = /(?:公司|单位)/.exec(clause.slice(owner.length))?.[0] ?? '';
  const own = ours.test(owner + whole);
  const names = accused.flatMap((a) => a.name ?? []);
  if (names.some((name) => owner.endsWith(name))) return true;
  // 请查他的存款和车辆（身份证号…）: whose means are to be looked into is no petitioner.
  if (/查(?:一查|一下)?(?:他|她|其|该人)的?[^我]*$/.test(owner)) return true;
  if (own) return false;
  if (company.test(owner + whole)) return true;
  const line = lines.find((l) => l.start <= place.start && place.end <= l.end);
  if (line !== undefined && reading.closing.covers(line)) return false;
  if (!thirdPerson.test(owner)) return false;
  const told = informant.some((f) => f.kind === 'name' && sentence.includes(f.value));
  const named = names.some((name) => sentence.includes(name));
  return named || !(told || petitioner.test(sentence));
}

/** The field stands in a block about another person: a label of theirs a few short lines above. */
function nearBlock({ text, fields, lines }: Reading, at: number): boolean {
  const n = lines.findIndex((line) => line.start <= at && at <= line.end);
  const above = lines.slice(Math.max(0, n - 6), n);
  const long = above.findLast((line) => line.cells.length === 1 && line.end - line.start > 60);
  const start = long?.end ?? above[0]?.start ?? lines[n]?.start ?? 0;
  return (
    fields.some(
      (f) =>
        start <= f.labelStart &&
        f.labelStart < at &&
        /^(?:accused|clerk|business|handler|witness)/.test(f.kind),
    ) || /^\s*被/.test(text.slice(at, at + 3))
  );
}
