import type { Accused, InformantField, Span } from '../../../../domain/index.js';
import { endingAt, startingAt, touches } from '../../names/index.js';
import type { Reading } from '../reading.js';

/** Characters between a name and a unit, or a post, that belong together. */
const longest = 40;
const section =
  '(?:(?:(?![是系在为任我的人叫])[\\u3400-\\u9fff]){1,6}(?:[股科室处部队所站组班会]|车间|中心|支部|窗口))';
const sectionBefore = new RegExp(`${section}的?(?:一[名个位])?$`);
const behindName =
  /^[，,、：:（( \u3000\t]{1,2}(?:[男女][，,])?(?:(?:我|本人)?(?:[是系任为]|担任))?(?:原|前|现任?|曾任|时任)?/;
const sectionAt = new RegExp(`^${section}`);
/** Nothing but the writer himself stands between his unit and his name. */
const between = /^[\u3400-\u9fff\d、·（）()“” \u3000\t]{1,24}?(?:[，,：:]\s?)?\s*$/;
const ofOthers = /[给向被把让我他她你您]|举报|反映|控告|检举|投诉|查处/;
/** Tells no more than that he is one of many. */
const anyone =
  /^\s*的?(?:一[名个位])?(?:退休|离休|在职|下岗|普通|老|前|原)*的?(?:职工|员工|工人|干部|工作人员|群众|村民|居民|业主|住户|党员)?\s*$/;
/** 李晓东，男，45岁，现为|石涧县民防局. */
const lead =
  /^[\s，,、：:（(]*(?:[^。；;\n]{0,30}[，,、：:\s（(])?(?:我|本人)?(?:现|原|曾|一直)?(?:[是系为在任于]|来自|就职于|供职于|任职于|(?:工作)?单位[:：]?)?\s?$/;
/** What the writer says of his unit up to the end of the clause, or to what he does now. */
const rest =
  /^[^，,。；;：:！!？?\n）)]{1,20}?(?=[，,。；;：:！!？?\n）)]|$|现(?!任)|向|对|实名|特|要?(?:举报|反映|控告|检举|投诉))/;

/**
 * Section and post that the writer gives with his own name, where a unit of an accused is named beside it: the unit is
 * spared, and with the section in it one would know him.
 */
export function ownPosts(
  reading: Reading,
  fields: readonly InformantField[],
  accused: readonly Accused[],
): { bearer: InformantField; post: Span }[] {
  const { text } = reading;
  const units = [...new Set(accused.flatMap((a) => a.organisation ?? []))].filter((o) => o.length >= 4);
  if (units.length === 0) return [];
  const beside = (name: Span) =>
    [
      ...besideName(reading, name, units),
      ...units.flatMap((unit) => [...behindUnit(reading, name, unit), ...unitBehind(reading, name, unit)]),
    ].filter((span) => !anyone.test(text.slice(span.start, span.end)));
  return fields
    .filter((field) => field.kind === 'name')
    .flatMap((bearer) => bearer.spans.flatMap(beside).map((post) => ({ bearer, post })));
}

/** 石涧县民防局|财务股出纳|李晓东. */
function behindUnit({ text, names }: Reading, name: Span, unit: string): Span[] {
  const near = text.slice(Math.max(0, name.start - longest - unit.length), name.start);
  const from = name.start - near.length + near.lastIndexOf(unit);
  const start = from + unit.length;
  if (!near.includes(unit)) return [];
  const run = text.slice(start, name.start);
  const asked = /(?:举报|反映|控告|检举|投诉|关于|被[举反][报映]人[:：]?)$/.test(
    text.slice(Math.max(0, from - 6), from),
  );
  if (asked || !between.test(run) || ofOthers.test(run) || touches(names.persons, start, name.start))
    return [];
  return [{ start, end: start + run.trimEnd().length }];
}

/** 李晓东，男，是石涧县民防局|财务股出纳. */
function unitBehind({ text, names }: Reading, name: Span, unit: string): Span[] {
  const near = text.slice(name.end, name.end + longest + unit.length);
  const at = name.end + near.indexOf(unit);
  const start = at + unit.length;
  if (!near.includes(unit)) return [];
  const gap = text.slice(name.end, at);
  if (!lead.test(gap) || ofOthers.test(gap.replace(/[我本]人?/g, '')) || touches(names.persons, name.end, at))
    return [];
  const run = rest.exec(text.slice(start, start + 24))?.[0] ?? '';
  const end = start + run.length;
  return run === '' || touches(names.persons, start, end + 1) ? [] : [{ start, end }];
}

/** 财务股出纳|李晓东, 李晓东|（财务股出纳）: without the unit. */
function besideName({ text, names }: Reading, name: Span, units: readonly string[]): Span[] {
  const found: Span[] = [];
  const gap = /\s*$/.exec(text.slice(Math.max(0, name.start - 4), name.start))?.[0].length ?? 0;
  const post = endingAt(names.positions, name.start - gap);
  if (post !== undefined) {
    const left = text.slice(Math.max(0, post.start - longest), post.start);
    const from = Math.max(0, ...units.map((o) => (left.includes(o) ? left.lastIndexOf(o) + o.length : 0)));
    const size = sectionBefore.exec(left.slice(from))?.[0].length ?? 0;
    // 会计|李晓东: who signs with his post and no unit means that of the accused.
    const signs = /(?:\n|[人者：:])[ \u3000]*$/.test(
      text.slice(Math.max(0, post.start - size - 4), post.start - size),
    );
    if (size > 0 || sectionAt.test(post.text) || signs)
      found.push({ start: post.start - size, end: post.end });
  }
  const start = name.end + (behindName.exec(text.slice(name.end, name.end + 6))?.[0].length ?? 0);
  const part = start + (sectionAt.exec(text.slice(start, start + 10))?.[0].length ?? 0);
  const end = startingAt(names.positions, part)?.end ?? startingAt(names.positions, start)?.end ?? part;
  const told =
    sectionAt.test(text.slice(start, end)) && /^(?:[，,。；;\s）)]|$)/.test(text.slice(end, end + 1));
  if (start > name.end && told) found.push({ start, end });
  return found;
}
