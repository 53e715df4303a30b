import type { Mention } from '../../../../domain/index.js';
import { readNumber } from '../../values/index.js';
import type { Field } from './fields.js';

const scales: Readonly<Record<string, number>> = { 元: 1, 千元: 1e3, 万元: 1e4, 亿元: 1e8 };
const bareNumber = /^[\d,，]+(?:\.\d+)?$/;

/** Sums and areas whose unit stands in the label: 43.6 under 涉及金额(万元) is 436000 yuan. */
export function readTableUnits(text: string, fields: readonly Field[]): Mention[] {
  const found: Mention[] = [];
  for (const field of fields) {
    const unit = /[(（](?:单位[:：])?(元|千元|万元|亿元|平方米|㎡|m2|m²)[)）]/.exec(field.label)?.[1];
    const written = text.slice(field.start, field.end);
    if (unit === undefined || !bareNumber.test(written)) continue;
    const value = readNumber(written);
    const scale = scales[unit];
    // 涉及金额（万元）：0 tells of no sum.
    if (value === null || value === 0) continue;
    found.push({
      type: scale === undefined ? 'area' : 'money',
      start: field.start,
      end: field.end,
      text: written,
      value: Math.round(value * (scale ?? 1) * 100) / 100,
      confidence: 0.95,
    });
  }
  return found;
}
