/** 我要反映的是, before what is told. */
export const announcing =
  /^(?:我们?|本人)?(?:(?:今天|现在)?(?:要|想|来)|现(?:实名)?(?:要|来)?)(?:反映|举报|控告)的?(?:就?是)?(?=.{4})/;

/** Marks, numbers and links with which a clause begins. */
export const opening =
  /^(?:[”’）)]|可是|但是?|不过|然而|而且|(?:还有|另外|此外|再有|再者|还有就是)哦?(?:[，,]|(?=[一两三几]))|[-–—·●◆]+|[一二三四五六七八九十]{1,3}[、是]|第[一二三四五六七八九十]{1,2}(?:[是、，]|$)|\d{1,2}[.、．]|[①-⑩])+/;

/**
 * Behind a name somebody else: 张某弟弟, 张某司机. No word of `family-words.ts` has to be whole here: 岳 is enough to see that it is
 * not 张某 himself who acts.
 */
export const kin =
  /^(?:老婆|妻子|爱人|丈夫|儿子|女儿|弟|哥|姐|妹|侄|外甥|小舅子|岳|父|母|亲(?![自手口笔])|司机|秘书)/;

/** What points back at a sentence before: 那一层, 这一万八千多, 上述. */
export const pointsBack =
  /^(?:这(?!些年|几年|两年)|那(?!时|年|天)|该(?!市|县|区|局|办)|上述|上面|其中|其余|此[人事外]?|前者|后者|以上|所以|因此|于是|结果)/;
