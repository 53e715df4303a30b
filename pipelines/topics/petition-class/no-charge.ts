import type { PaperFound } from '../paper.js';
import { telling } from '../tags/index.js';

/** 有人用我的名字给你们写信, 那封信不是我写的: the paper takes a report back that somebody else made. */
const disowned =
  /(?:[冒盗]用|冒充|借用?|[用以打]着?)[了过]?(?:我们?|本人|俺)的?(?:名字?|姓名|名义|身份|旗号)[^。！？\n]{0,16}(?:信|告|举报|反映|投诉|控告)|(?:信|举报|材料|帖子?)[^，。！？\n]{0,6}(?:不是|并非|绝非)(?:我们?|本人|俺)(?:本人)?(?:写|寄|发|递|举报|反映|所[写为发])(?!的[^，。！？；\s])/;
/** 我真正要举报的是, 但里面说的千真万确: what is told behind may be a report of his own. */
const goesOn =
  /(?:但|不过|可|却)[^。！？\n]{0,12}(?:千真万确|属实|不假|是真|真的|确有|确实)|(?:我|本人)(?:真正)?(?:要|想|倒是?要)(?:举报|反映|控告|检举|揭发)/;

/** 欠我尾款7万4, 不给我们工钱. */
const owed =
  /(?:拖?欠|[不没]有?(?:付|给|结|支付|结清))了?(?:我们?|俺们?|咱们?|本人|民工|工人|大家)[^，。！？\n]{0,10}(?:[款钱]|工资|货款|报酬|[\d一二三四五六七八九十]万)/;
/** 帮我要钱: the reader is asked to get it. */
const askedFor =
  /(?:[帮替给为]|帮[忙助])(?:我们?|俺们?|咱们?|本人|民工|工人)[^，。！？\n]{0,8}(?:要回?|讨|追|解决|结清|拿回)/;

/** Whether the paper says that an earlier one was not its writer's, and charges nobody of its own accord. */
export const disavows = (paper: PaperFound): boolean =>
  disowned.test(paper.reading.text) && !goesOn.test(paper.reading.text) && !tellsDeed(paper, null);

/**
 * Whether the writer only wants what he is owed himself: whoever is asked for it is charged with nothing. Who holds an
 * office and owes it himself (站长高远不给我们粮款) may have kept it.
 */
export function claimsOwnDebt(paper: PaperFound): boolean {
  const { text } = paper.reading;
  const [asked, debt] = [askedFor.exec(text), owed.exec(text)];
  if (asked === null || debt === null) return false;
  const inOffice = paper.offices.some(
    (at) => at < debt.index && !/[，。；！？\n]/.test(text.slice(at, debt.index)),
  );
  return !inOffice && !tellsDeed(paper, asked);
}

/** @param asked what the reader is asked to do (请帮我要钱): it tells a deed of nobody */
const tellsDeed = ({ findings }: PaperFound, asked: RegExpExecArray | null): boolean =>
  findings.some(
    (f) =>
      f.score >= telling &&
      f.needed &&
      f.rule.axis !== 'topic' &&
      f.own.some(
        ({ start }) => asked === null || start < asked.index || start > asked.index + asked[0].length,
      ),
  );
