/** One line of a paper with what it tells of where a paper begins or ends. */
export interface PaperLine {
  start: number;
  end: number;
  text: string;
  /** Index of its page in the paper. */
  page: number;
  /** The first line of its page. */
  top: boolean;
}

const petitionTitle =
  /^(?:《)?(?:关于|反映|举报|控告|检举|对|实名|匿名|联名|再次|强烈){0,2}[^。；！？：:]{0,44}(?:举报信|检举信|控告信|控告书|控诉书|反映信|申诉书|申诉信|举报材料|反映材料|检举材料|建议书|联名信|举报函|(?:问题|情况)的(?:举报|反映|检举|控告|报告))(?:》)?$/u;
const formTitle =
  /^[^。；！？：:，]{0,24}(?:来访登记表|来电登记表|来电记录单?|电话举报记录单?|电话记录单?|接访登记表|接访记录|信访登记表|举报登记表|问题线索收集表|线索收集表|网络举报登记表)$/u;
const office =
  /(?:纪委|监委|纪检|监察|信访|巡察|巡视|检察院|党委|党组|政府|人大|组织部|领导|书记|同志|[省市县区州厅局办部委院组]|负责人)/u;
const fieldOrSentence =
  /[\t，。；]|如下|批示|意见|接访|接听|签收|审核|负责人|承办|办理|处理|单位|部门|问题|情况|事项|内容|事实|名单|抄送|主送|[他她]|我(?![省市县区州])|^(?:被?(?:举报|反映|控告)人|附|联系)/u;
/** 尊敬的领导，您好！ — also with what is said right behind. */
const greeting =
  /^(?:尊敬的|敬爱的|各位)?[^。；：:，,！!]{1,20}[，,：:]?(?:[您你]们?好|在上)(?:[，,。！!：:]|$)/u;
/** 县纪委：我反映…: what is said begins behind whom it is said to; 我找过县纪委：… only speaks of it. */
const runOn =
  /^(?:尊敬的|敬爱的|中共)?[^\P{L}我你您他她找向给对到去过因]{0,12}(?:纪委(?:监委|监察局|书记)?|纪检委|监委|监察委(?:员会)?|纪律检查委员会|信访(?:办|局|室)|巡[察视]组|检察院)(?:各位|的)?(?:领导|同志|负责人|书记)?(?:们)?(?:[：:]|[，,][您你]们?好(?:[，,。！!：:]|$))/u;
const headField =
  /^(?:[^。，；：:]{0,8}(?:人|姓名|单位|地址|电话|职务)\d?|抄送|主送|标题|主题|To|From|Cc|Subject)\s{0,2}[：:]/iu;
const signed = /^(?:举报|反映|检举|控告|申诉|信访|署名|落款).{2,16}\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?$/u;
const signing =
  /^(?:举报|反映|检举|控告|申诉|信访|来访|署名|落款|此致|敬礼|一名|知情|全体|部分)[^。；]{0,30}$|^此致[\s，,]*敬礼[!！]?$/u;
const day =
  /^(?:\d{4}|[〇零○O一二三四五六七八九]{4})[年.\-/](?:\d{1,2}|[一二三四五六七八九十]{1,3})[月.\-/](?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日?)?$/u;
const pageNumber =
  /^[\s\-—–第]{0,3}(\d{1,3})\s{0,2}(?:页)?\s{0,2}(?:[/／]|[,，]?\s{0,2}共)\s{0,2}(\d{1,3})\s{0,2}(?:页)?[\s\-—–]{0,3}$/u;
const envelopeWords = /(?:邮编|邮政编码|邮政|挂号|亲启|[（(]?收[）)]?$|[（(]亲?收[）)]|寄[:：]|内详|缄$)/u;

export const isPetitionTitle = (text: string) => text.length <= 60 && petitionTitle.test(text);
export const isFormTitle = (text: string) => text.length <= 40 && formTitle.test(text);
/** 尊敬的市纪委领导： — of whoever letters are written to, and no field of a form. */
export const isSalutation = (text: string) =>
  text.length <= 34 && /[：:]$/u.test(text) && !fieldOrSentence.test(text) && office.test(text);
/** A salutation, or a line that begins like one: a postscript or a word of the office may, too. */
export const isGreeting = (text: string) =>
  isSalutation(text) || (greeting.test(text) && office.test(text.slice(0, 24))) || runOn.test(text);
/** A date alone, or behind the name that signs. */
export const isDay = (text: string) =>
  (text.length <= 24 && day.test(text.replace(/\s+/gu, ''))) ||
  (text.length <= 36 && !/[。；]/u.test(text) && signed.test(text));
export const isSigning = (text: string) => text.length <= 40 && signing.test(text);
/** 附件, 附件1：, 附： alone on a line: what follows belongs to the paper before it. */
export const isAttachmentLabel = (text: string) =>
  /^附\s{0,4}件?\s{0,2}[\d一二三四五六七八九十]{0,2}\s{0,2}[：:]?$/u.test(text);
/** Copies, photos, receipts: evidence of the letter before it. */
export const isEvidence = (text: string) =>
  text.length <= 40 &&
  (/^附\s{0,4}件?[：:\d一二三四五六七八九十]/u.test(text) ||
    /(?:复印件|证据|照片|截图|截屏|凭证|收据|发票|合同|协议书?|清单|名单|签名)(?:\d{0,2}|[一二三四五])?$/u.test(
      text,
    ));

/** 第1页 共2页, 1/2: number and total, or null. */
export function pageNumberOf(text: string): { page: number; of: number } | null {
  const found = text.length <= 16 ? pageNumber.exec(text) : null;
  if (!found) return null;
  const [page, of] = [Number(found[1]), Number(found[2])];
  return page >= 1 && page <= of ? { page, of } : null;
}

/** A page with hardly more than an address, a postcode and 收. */
export function isEnvelope(pageText: string): boolean {
  const text = pageText.trim();
  if (text.length < 8 || text.length > 160 || /[。；]/u.test(text)) return false;
  const signs = text.split('\n').filter((line) => envelopeWords.test(line.trim())).length;
  return signs >= 2 || (/(?:^|\D)\d{6}(?:\D|$)/u.test(text) && signs >= 1);
}

/** A field that tells how to reach who signs. */
export const isContact = (text: string) =>
  text.length <= 50 && /^(?:我的|本人)?(?:联系)?(?:电话|手机|方式|身份证|地址|邮箱|住址)/u.test(text);
/** Two to four characters alone: a name that signs. */
export const isName = (text: string) => /^[\u4e00-\u9fa5]{2,4}$/u.test(text.replace(/\s/gu, ''));
/** 发件人：, 主题： of a mail. */
export const isMailHead = (text: string) => /^(?:发件人|From|主题|Subject)\s{0,2}[：:]/iu.test(text);
/** What a paper may be about, as a line of its own: looser than a title. */
export const isHeading = (text: string) =>
  text.length <= 44 && /^(?:关于|反映|举报|控告|检举|申诉|投诉|实名|建议|请求)[^。；！？：]{2,}$/u.test(text);
/** More than a field of a head. */
export const saysSomething = (text: string) =>
  text.length >= 8 && /[。！？!?；]/u.test(text) && !headField.test(text);
/** 补充：, 又及： */
export const isPostscript = (text: string) =>
  /^(?:补充|另外?|又及?|再说|附言|注|说明|备注|[Pp][.。]?[Ss])/u.test(text);
/** A line of a form: its label, and what was filled in. */
export const isField = (text: string) => /^[^。，；：:\s]{2,10}\s{0,2}[：:]/u.test(text);
/** 来电登记, 网络举报信息: the name of a form where fields follow. */
export const isFormHead = (text: string) =>
  text.length <= 30 && /^[^。；：:，]{2,}(?:登记|记录|[表单件函]|信息|留言|来信|材料)$/u.test(text);
