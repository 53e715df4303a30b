import type { Span } from '../../../domain/index.js';

/** 住 and 家住 before an address, a bracket that a label left and a number glued to it are none of it. */
const before =
  /^(?:[】\]:：\s]|址|(?:联系)?(?:电话|手机)?[:：]?(?:\d[ -]?){7,}|(?:我|本人)?(?:家庭)?(?:现|家|暂|租)?住(?:址|在|于)?[:：\s]*(?=.{4}))+/;
/** Characters of a value within which what does not belong to a home is looked for. */
const longest = 120;
const behind =
  /(?:[，,、\s]*(?:联系)?(?:电话|手机|邮编)?[:：]?(?:\d[ -]?){7,}|(?:[，,]|(?<=.{4}))我[是家们在叫]|【)/s;

/** An address without what stands around it in the same breath: 住石涧县东门街8号我是卖菜的, 东门街8号13800138000. */
export function homeOnly(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  const lead = before.exec(written)?.[0].length ?? 0;
  const tail = behind.exec(written.slice(lead, lead + longest))?.index;
  const home = Math.min(tail ?? written.length - lead, closed(written.slice(lead)));
  return home >= 3 ? { start: start + lead, end: start + lead + home } : { start, end };
}

/** Where a bracket closes that was opened before the home: （住址：东门街6号）反映，…. */
function closed(written: string): number {
  let depth = 0;
  for (let at = 0; at < written.length; at++)
    if (/[(（]/.test(written.charAt(at))) depth += 1;
    else if (/[)）]/.test(written.charAt(at)) && --depth < 0) return at;
  return written.length;
}
