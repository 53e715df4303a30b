import type { Found, Reading } from '../reading.js';

const kind =
  '(?:网名|网络名|昵称|暱稱|用户名|(?:微信|QQ|抖音|微博|快手|论坛|贴吧)(?:名字?|号?昵称|用户名)|笔名|外号|绰号|诨名|小名|乳名)';
const quoted = '[“"「『‘]?([^，,。；;：:、“”"「」『』‘’（）()\\s]{1,16})';
/** 网名：清风: a line or a clause that asks for it. */
const asked = new RegExp(
  `(?:^|[\\n\\t，,；; \\u3000（(])${kind}[ \\u3000]*(?:[:：\\t]|[“"「『])[ \\u3000]*${quoted}`,
  'g',
);
/** 我的网名叫清风, 俺小名狗剩. */
const said = new RegExp(
  `(?<![\\u3400-\\u9fff])(?:我|本人|俺|咱|鄙人|联系我|加我)[^。；\\n他她其]{0,24}?${kind}(?:叫做?|名叫|就?是|为)?[:：]?${quoted}`,
  'g',
);
/** 大名甘某: the name proper behind the other. */
const proper =
  /(?:小名|外号|绰号|乳名)[^。；\n他她其]{1,8}[，,](?:大名|学名|真名|本名)(?:叫|是)?([\u3400-\u9fff·]{2,4})/g;

/** 2024-04-01 20:11 小雨转晴: each line of a chat begins with when and by whom it was said. */
const spokenBy =
  /(?:^|\n)[ \t]*[[（(]?\d{2,4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ \u3000T]+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\])）]?[ \u3000]+([^\n:：]{1,20}?)(?:[ \u3000]*[:：]|[ \u3000]*(?=\n))/g;
/** Who answers in a chat is the office, and a machine. */
const answering =
  /纪委|纪检|监委|信访|举报中心|客服|系统|管理员|工作人员|公众号|机器人|助手|小编|12388|12345/;

/** Accounts that speak in a chat, each where it stands, but for the office that answers. */
export function readChat({ text }: Reading, accused: readonly string[]): Found[] {
  const found = [...text.matchAll(spokenBy)].flatMap((match): Found[] => {
    const value = match[1]!;
    if (answering.test(value) || accused.some((name) => value.includes(name))) return [];
    const start = match.index + match[0].lastIndexOf(value);
    return [{ kind: 'other', span: { start, end: start + value.length } }];
  });
  // One dated line is no chat.
  return found.length >= 2 ? found : [];
}

/** Names that the writer goes by in the net or at home; none of somebody whom the clause speaks of. */
export function readScreenNames({ text }: Reading, accused: readonly string[]): Found[] {
  const found: Found[] = [];
  for (const pattern of [asked, said, proper])
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? '';
      const before = text.slice(Math.max(0, match.index - 30), match.index);
      const clause = before.slice(Math.max(...[...'。；\n'].map((mark) => before.lastIndexOf(mark))) + 1);
      if (/[他她其被]/.test(clause) || accused.some((name) => (clause + match[0]).includes(name))) continue;
      if (value === '' || /^(?:无|不详|匿名|保密|略)$/.test(value)) continue;
      const start = match.index + match[0].lastIndexOf(value);
      // What an account is called signs nothing: the paper stays as anonymous as it is.
      found.push({ kind: pattern === proper ? 'name' : 'other', span: { start, end: start + value.length } });
    }
  return found;
}
