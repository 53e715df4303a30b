import type { Reading } from './reading.js';

/**
 * Who comes forward about himself is the accused of the paper, not its petitioner. A paper that reports somebody
 * (关于某某未主动说明问题的举报) is none, whatever words stand in its title.
 */
export function isSelfReport({ text, fields }: Pick<Reading, 'text' | 'fields'>): boolean {
  const head = text.slice(0, 60);
  if (/举报|控告|检举|揭发/.test(head)) return false;
  if (fields.some((f) => f.kind === 'informant' && reporter.test(f.label))) return false;
  // 检讨与说明: a title that tells nothing by itself, above words of one's own guilt before the organisation.
  const title = text.trimStart().split('\n')[0] ?? '';
  if (
    /检讨|检查|悔过|交代|自述|说明|坦白|自查/.test(title) &&
    title.length <= 24 &&
    !/[举检]报|反映|线索|表$|书面报告|情况报告/.test(title) &&
    /(?:送|给|塞|转)(?:过|给|了)?我|我[^，。；\n]{0,14}(?:收|拿|用)(?:过|了|下)|(?:一共|先后|陆续)收(?:过|了)/.test(
      text,
    ) &&
    ownGuilt.test(text)
  )
    return true;
  return (
    fields.some((f) => f.kind === 'speaker') ||
    /(?<![未没拒不])(?<!没有)主动(?:说明|交代|向组织(?:说明|说清|交代|坦白))|自首|投案/.test(head)
  );
}

const ownGuilt =
  /我错了|向组织(?:说清|说明|交代|坦白|汇报|检讨|如实|认错)|(?:请|愿意?接受|听候|服从)组织(?:上|的)?(?:给我|处理|处分|审查|从轻|宽大|任何)|愿意?接受(?:处理|处分|审查)|[元款钱][^，。；\n]{0,6}一并(?:交来|上交|退缴|退回)|(?:交到|上交|退缴|退到|缴到|存入)[^，。\n]{0,10}(?:廉政账户|廉政专户|纪委|专户)|辜负了?(?:组织|党)/;
const reporter = /举报|控告|检举|反映|投诉|来访|来电|来信|信访|申诉/;
