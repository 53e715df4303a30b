import { type Accused, offences as offenceTerms } from '../../../domain/index.js';
import { isBookingLine, tellingLines } from '../form-lines.js';
import { holdsMatter, introducesWriter, speaksOfInformant } from './informant.js';
import { opening } from './openings.js';
import type { SummaryFacts } from './summary.js';

const titleLength = 60;
/** A paper of which nothing is left but what the office booked. */
export const untitled = '未写明事由的来件';
const bareTitle =
  /^(?:实名|匿名|联名)?(?:举报|检举|控告|反映|申诉|建议|情况|信访|求助)(?:信|书|材料|反映|说明|报告|人)?$/;

/** Unit, post and name of the first accused, as far as the letter gives them; '' where it gives none. */
export function accusedLabel({
  accused,
}: {
  accused: readonly Pick<Accused, 'name' | 'organisation' | 'position'>[];
}): string {
  const first = accused[0];
  if (!first) return '';
  const name = first.name ?? '';
  // 沙主任 is called by his post already.
  const position = first.position !== null && name.endsWith(first.position) ? '' : (first.position ?? '');
  const label = `${withoutRepeat(first.organisation ?? '', position)}${position}${name}`;
  const people = accused.filter((a) => a.name !== null || a.position !== null).length;
  return people > 1 ? `${label}等人` : label;
}

/** 执法支队 before 执法支队支队长: a part that unit and post both name is said once. */
function withoutRepeat(unit: string, post: string): string {
  for (let size = Math.min(unit.length, post.length); size > 1; size--)
    if (unit.endsWith(post.slice(0, size))) return unit.slice(0, -size);
  return unit;
}

/** 审计移送处理书, 关于本人有关问题的情况说明: a title that leaves out whom it is about. */
const nameless = /^(?:审计|纪检监察|巡察|案件|问题线索|线索)*移送(?:处理)?[书函]$|本人|我的/;

/** What leads title and summary: whoever comes forward about himself is reported by nobody. */
export const leadOf = ({ sealed, isSelf }: Pick<SummaryFacts, 'sealed' | 'isSelf'>): string => {
  const label = accusedLabel(sealed);
  return isSelf && label !== '' ? `${label}主动说明` : `反映${label}`;
};

/** The letter's own title line where it has one, else by whom and under what the office files it. */
export function titleOf(facts: SummaryFacts): string {
  const own = ownTitle(facts.text, facts.endings);
  const label = accusedLabel(facts.sealed);
  const isReport = facts.petitionClass === 'report';
  if (own && !(isReport && label !== '' && nameless.test(own))) return own;
  if (!isReport) return thanksTitle(facts.text) ?? firstWords(facts.text);
  return label || facts.topics.length + facts.offences.length > 0
    ? `${leadOf(facts)}${matterOf(facts)}`
    : firstWords(facts.text);
}

const thanks = /^(?:一封)?(?:表扬|感谢|致谢|答谢|感恩|鸣谢)(?:信|书|函|状)?$/;
/** Lines at the beginning that may name a letter of thanks or greet its reader. */
const thanksLines = 3;

/** 感谢信, 表扬信 alone on a line at the beginning; null where there is none. */
export const thanksTitle = (text: string): string | null =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, thanksLines)
    .find((line) => thanks.test(line)) ?? null;

/** The line by which the paper names itself, or null. Its informant is masked already: such a line is none. */
export function ownTitle(text: string, endings: readonly string[]): string | null {
  const lines = text.split('\n', 14);
  let plain: string | null = null;
  for (const [index, line] of lines.entries()) {
    const labelled = /^(?:标题|主题|举报标题|信访标题|Subject|事由)[:：\t](.{4,80})$/.exec(line);
    const title = (labelled?.[1] ?? line).replace(/^[《\t]|[》\t]$/g, '');
    if (
      title.length < 4 ||
      title.length > titleLength ||
      title.includes('▇') ||
      bareTitle.test(title) ||
      isBookingLine(title)
    )
      continue;
    if (labelled) return title;
    if (/[。！？；，：]/.test(title) || title.includes('\t')) continue;
    if (/^(?:关于|举报|反映|控告|检举|对)/.test(title) && endings.some((e) => title.endsWith(e)))
      return title;
    if (index < 3 && /^(?:实名|匿名|联名|再次)?(?:举报|反映|控告|检举)/.test(title)) return title;
    // 审计移送处理书 may have its full title below its number.
    if (/移送处理书$|舆情专报$|联名信$|移送函$/.test(title)) plain ??= title;
  }
  return plain;
}

/** In the office's words, which are none of the letter's: what it suspects, or under what the matter is filed. */
function matterOf({ topics, offences, topicName }: SummaryFacts): string {
  const top = topics[0];
  const offence = offences[0];
  if (top && (!offence || top.score >= offence.score - 0.3)) return `有关问题（${topicName(top.code)}）`;
  return offence ? `${offenceTerms[offence.code].zh}问题` : '有关问题';
}

/** The beginning of what the paper tells, in its own words. */
function firstWords(text: string): string {
  const lines = tellingLines(text);
  let introduced = false;
  for (const line of lines) {
    if (lineEnds.test(line) || (bookedField.test(line) && !request.test(line))) continue;
    const sentences = line.replace(/\t/g, ' ').split(/(?<=[。！？；!?;])/u);
    introduced ||= sentences.some((sentence) => clausesOf(sentence).some(introducesWriter));
    const words = matterIn(sentences, introduced);
    if (appeals.test(words)) continue;
    // One whole sentence says it best.
    const sentence = /^[^。！？!?]{13,29}[。！？!?]/u.exec(words)?.[0];
    if (words.length >= 6) return sentence ?? cutAtClause(words, 30);
  }
  if (introduced) return untitled;
  const telling = lines.filter((line) => !speaksOfInformant(line));
  return cutAtClause(
    (telling.find((line) => line.length >= 6) ?? telling[0] ?? untitled).replace(/\t/g, ' '),
    30,
  );
}

/** 现提出申诉: says nothing of what is appealed against. */
const appeals =
  /^(?:现|特|故|因此|为此)?(?:依法|依规)?(?:向[^，。]{2,16})?(?:提出|提起)(?:申诉|复[议核审查])。?$/u;
const lineEnds = /[：:]\s*$/u;
/** A field that a form has left: 填报单位：…, 时间 2024年3月19日. */
const bookedField = /^(?:[^，。；：:]{2,10}[：:]|时间|日期|\d{4}年\d{1,2}月\d{1,2}日\s?\d{1,2}[:：])/u;
const request = /^(?:申诉|控告|信访|复[议核查])?(?:请求|诉求|要求)(?:事项)?[：:]/u;
const greets = /(?:[您你]们?好|在上)$|^(?:各位|尊敬的|敬爱的)?.{0,14}(?:领导|同志|书记|纪委|监委)们?好?$/u;
/** 我在水泥厂烧窑被欠了工资. */
const placesWriter = /^(?:我|俺|咱|本人)们?在/u;
const asks = /^(?:我们?)?就?想(?:请?问|咨询|反映)一?下?[，：:]?/u;

const clausesOf = (sentence: string) => sentence.split(/(?<=[，：,:])/u);

/** What a line tells behind its greeting, up to where it speaks of who writes; '' where it tells nothing else. */
function matterIn(sentences: readonly string[], introduced: boolean): string {
  let told = '';
  for (const sentence of sentences) {
    const isPlain = !introduced || (holdsMatter(sentence) && !speaksOfInformant(sentence));
    for (const written of clausesOf(sentence)) {
      const clause = written.replace(/[，。！？；：,!?;:\s]+$/u, '').trim();
      const isOfWriter =
        introducesWriter(clause) ||
        (speaksOfInformant(clause) && (!holdsMatter(clause) || placesWriter.test(clause)));
      if (told !== '' && isOfWriter) return told.replace(asks, '').trim();
      if (told !== '' || !(isOfWriter || greets.test(clause) || !(isPlain || holdsMatter(clause))))
        told += written;
    }
  }
  return told.replace(asks, '').replace(opening, '').trim();
}

/** The text up to the last mark before so many characters, with … where something is left out. */
export function cutAtClause(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = Math.max(...[...'，。；！？、'].map((mark) => text.lastIndexOf(mark, most - 1)));
  return `${text.slice(0, end > most / 2 ? end : most)}…`;
}
