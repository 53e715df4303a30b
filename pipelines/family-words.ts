/**
 * Words of two characters and more for those of somebody's family, as the alternatives of a pattern. The lexicon's
 * `relatives` are a list of their own: an office may edit it, and what is seen by it is weighed with what was learned of it.
 */
export const family =
  '配偶|爱人|夫人|丈夫|妻子|老婆|老公|婆娘|老伴|老头子|老汉|男人|女人|对象|媳妇|儿媳妇?|女婿|儿子|女儿|孩子|父亲|母亲|爸爸|妈妈|哥哥|弟弟|姐姐|妹妹|兄弟|姐夫|妹夫|嫂子|嫂嫂|弟媳|妯娌|连襟|大伯子|小叔子|小舅子|小姑子|小姨子|岳父|岳母|公公|婆婆|爷爷|奶奶|外公|外婆|孙子|孙女|侄子|侄女|侄儿|外甥女?|叔叔|伯伯|伯父|婶婶|婶子|舅舅|舅妈|舅父|舅母|姑姑|姑父|姑夫|姨妈|姨父|姨夫|内弟|内侄|遗孀';

// 小舅子 as a whole before 小 and 舅.
const kin = `(?:${family})|(?:前|大|小|二|三|亲|堂|表|远房|干|养|继|结发)?(?:${family}|妻|夫|子|女|父|母|兄|弟|姐|妹|哥|嫂|舅|叔|姨|姑|侄)`;
const others =
  '(?:专职|前任?|原来?|老)?(?:司机|驾驶员|秘书|保姆|情人|情妇|(?:大学|高中|中学|小学|初中)?同学|战友|朋友|同事|同乡|老乡|邻居|亲戚|亲属|亲家|家属|近亲属?|同村人|部下|下属|徒弟|师傅|学生|合伙人)';
/** 的前妻, 老婆的表弟, 之妹, 司机: how somebody is near to whoever stands before it, as a pattern. */
export const relationWord = `(?:的|之)?(?:(?:${family})的?)?(?:${kin}|${others})`;
/** Such a word right behind a name, where 子 may be of the name and 夫 of 夫妇. */
export const relationBehindName = `(?:的|之)?(?:亲|表|堂)?(?:${family}|[妻儿弟哥姐妹]|${others})`;
/** Such a word at the end of what may be a name: 子 and 女 end names too, 之子 does not. */
export const relationAtEnd = `(?:${family}|[父母爸妈妻哥弟姐妹叔舅姑]|前夫|[之的][子女夫兄]|亲属|家属|监护人)`;
const whole = new RegExp(`^${relationWord}$`);

/** A word for being near to somebody, which may be said of many. */
export const isRelationWord = (value: string): boolean => whole.test(value);

const ofOneFamily = new RegExp(`^(?:的|之)?(?:(?:${family})的?)?(?:${kin})$`);
/** 的前妻 and 之子, but not 的司机: a word for being of somebody's family. */
export const isKin = (value: string): boolean => ofOneFamily.test(value);
