/** What a note may be made of that tells nothing: greeting, whom it greets, and begging. */
const greeting =
  /\d{2,4}年\d{1,2}月(?:\d{1,2}日)?|此致|敬礼|顺致|敬祝|祝您?|工作顺利|身体健康|万事如意|举报信|来信|尊敬的|各位|领导|同志|书记|主任|中央|[省市县区]|纪委|监委|纪检|监察|信访|[局办]|(?:你们|您们|你|您|大家)?好|管一?管|查一?查|看一?看|帮一?帮|救一?救|为(?:我们?|民)|我们?|你们?|您|老百姓|主持公道|做主|到底|谢谢|求求|赶紧|赶快|一下|麻烦|希望|能|快|请|求|来|吧|呀|啊|呢|了|的|[^\p{L}\p{N}]/gu;

/** 你们好，管管吧: behind greeting and begging nothing is said of any matter. */
export function nothingTold(text: string): boolean {
  if (text.length > 60) return false;
  return scrap.test(text) || text.replace(greeting, '').length <= 2;
}

/** test file, Hello!: so few Latin letters, without blanks, tell a deed of nobody. */
const scrap = /^[!-/:-~\s]{0,12}$/;

/** Words of another language, and no Chinese ones: no evidence of a class is known of them. */
export const isForeign = (text: string): boolean => !/[\u3400-\u9fff]/.test(text) && /\p{L}{2}/u.test(text);
