import { InvalidArgumentError } from 'commander';
import type { Terminal } from '../terminal.js';
import { isNone, say } from './usage.js';

/**
 * Yuan. Offices reckon in 万元 and may leave it out, so that 28 may mean either; nobody means 10,000 万元 by a bare
 * 10000: that would be 100 million.
 */
const leastWithoutUnit = 10_000;
/** No sum at issue is larger: whoever writes more mistook the unit. */
const mostYuan = 1e13;

/**
 * A sum as a person writes it: 28万, 96.5万元, 1.2亿, 280,000元, 280000 yuan, 280000; `无` or `none`.
 * @returns yuan, or `none`: the option parser takes null for a value that is missing.
 * @throws InvalidArgumentError, also for a small number without a unit: it may be yuan or 万元
 */
export function readSum(text: string): number | 'none' {
  if (isNone(text)) return 'none';
  const [, figure = '', unit] =
    /^(\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|\d{1,14}(?:\.\d{1,6})?)\s*(亿元?|万元?|元|yuan)?$/i.exec(
      text.normalize('NFKC').trim(),
    ) ?? [];
  const number = Number(figure.replaceAll(',', ''));
  const times = unit?.startsWith('亿') ? 1e8 : unit?.startsWith('万') ? 1e4 : 1;
  const yuan = Math.round(number * times * 100) / 100;
  if (figure === '' || yuan > mostYuan)
    throw new InvalidArgumentError(
      say(
        '写作 28万元 或 280000元，最多 10 万亿元',
        'write 28万 (280,000 yuan) or 280000元, at most ten trillion yuan',
      ),
    );
  if (unit === undefined && number > 0 && number < leastWithoutUnit)
    throw new InvalidArgumentError(
      say(
        `没有写单位，请写 ${figure}万元 或 ${figure}元`,
        `it has no unit: write ${figure}万元 (ten thousands of yuan) or ${figure}元 (yuan)`,
      ),
    );
  return yuan;
}

/** A sum in yuan for people: 28 万元（280000 元）. */
export function sumInWords({ say }: Pick<Terminal, 'say'>, yuan: number | null): string {
  if (yuan === null) return say('无', 'none');
  return say(yuan >= 10_000 ? `${yuan / 10_000} 万元（${yuan} 元）` : `${yuan} 元`, `${yuan} yuan`);
}
