import { comparableText, nameDifference } from '../wording/index.js';
import { cleanNoise } from './readings.js';

const salutation =
  /(?:^|\n)[ 　]{0,8}(?:尊敬的|敬爱的)?([^\n。，：:]{2,30}?)(?:领导|同志|负责人|先生){0,2}[ 　]{0,4}[：:]/;
const levels = /[省市县区州镇乡]/g;

/** Whether two papers address the same office; papers without a salutation count as the same. */
export function sameAddressee(a: string, b: string, noise: number): boolean {
  const [x, y] = [addresseeOf(a), addresseeOf(b)];
  if (x === null || y === null || x === y) return true;
  if (noise <= cleanNoise) return false;
  // A recognised page may have run the title and the salutation together.
  if (beforeColon(a).endsWith(y) || beforeColon(b).endsWith(x)) return true;
  const { all, beyondConfusion } = nameDifference(x, y);
  if (beyondConfusion === 0) return all * 2 <= x.length;
  // A level of government tells two offices apart, a misread character does not.
  if (x.replace(levels, '').length !== y.replace(levels, '').length && x.length !== y.length) return false;
  return all <= Math.max(1, Math.floor(x.length / 4));
}

function beforeColon(text: string): string {
  const colon = text.slice(0, 600).search(/[：:]/);
  return comparableText(
    text.slice(0, Math.max(0, colon)).replace(/(?:领导|同志|负责人|先生){0,2}\s{0,4}$/, ''),
  );
}

function addresseeOf(text: string): string | null {
  const written = salutation.exec(text.slice(0, 600))?.[1];
  return written === undefined ? null : comparableText(written.replace(/^.{1,3}的/, ''));
}
