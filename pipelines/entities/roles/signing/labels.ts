export const ownLabels =
  /(?:法定代表人|法人代表|法人|联系人|经办人|代表人?|负责人|会长|理事长|签名|签字)(?:[(（][^()（）]{0,4}[)）])?[:：]/;
const labelBefore = /^\s*([^:：。！？!?\t\d][^:：。！？!?\t]{0,23})[:：]/;
/** Labels of something else than those who sign. */
export const otherLabel =
  /被|号码|网址|证人|证明|作证|地点|位置|坐落|许可|文号|证号|知情人|见证|行贿|送礼|给付|^附|抄送|抄报|主送|证据|线索|电话|手机|地址|住址|邮|身份证|日期|时间|单位|方式|微信|QQ|问题|建议|诉求|金额|事实|来源|备注|^注|理由|要求|请求|内容|标题|主题|项目|开户|账号|卡号|编号|材料|依据|领导|纪委|监委|书记|局长|主任|同志|涉案|责任人|承办|审批|批准/;
/** 有两个人可以证明：, 经销商：; 经销商代表： signs. */
export const ofThirds = /^(?!.*(?:代表|签名|签字|举报|反映|联系人)).*(?:证明|作证|知情|见证|经销|供应)/;
/** Labels of what an office decides or sorts by: nobody signs behind them. */
export const matterLabel =
  /(?:情况|建议|意见|类别|类型|种类|级别|来源|依据|结果|性质|事项|情形|程度|初重[信访]|办理方式|处理方式|举报方式|反映方式|信访形式)(?:[（(][^（）()]{0,10}[）)])?$/;
/** Labels that lexicons give to somebody else in a letter's body, and that sign it at its end. */
export const signers =
  /(?:租户|商户|业主|住户|村民|居民|职工|员工|工人|民工|群众|家长|股东|承租人|法定代表人|联系人|经办人)(?:代表)?(?:签名|签字|签章)?$/;
interface Label {
  label: string | undefined;
  at: number;
  end: number;
  /** Nothing stands before it on the line. */
  first: boolean;
}

/** The first label of the line: its last word before the colon, without a name that may stand before it. */
export function labelIn(tail: string): Label {
  const match = labelBefore.exec(tail);
  const written = match?.[1] ?? '';
  // 甘雨田（代笔：饶秋月）: the colon stands inside a bracket.
  const opened = Math.max(written.lastIndexOf('（'), written.lastIndexOf('('));
  const inside = opened > Math.max(written.lastIndexOf('）'), written.lastIndexOf(')'));
  if (match === null || inside) return { label: undefined, at: 0, end: 0, first: false };
  const trimmed = written.trimEnd();
  const from = Math.max(...[' ', '\u3000', '，', ','].map((mark) => trimmed.lastIndexOf(mark) + 1));
  const lead = match[0].indexOf(written);
  return {
    label: trimmed.slice(from),
    at: lead + from,
    end: match[0].length,
    first: trimmed.slice(0, from).trim() === '',
  };
}
