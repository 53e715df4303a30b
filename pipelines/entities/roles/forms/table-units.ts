import type { Mention } from '../../../../domain/index.js';
import { unitOfHeading } from '../../../heading-units.js';
import { readNumber } from '../../values/index.js';
import type { Field } from './fields.js';

const bareNumber = /^[\d,，]+(?:\.\d+)?$/;

/** Sums and areas whose unit stands in the label: 43.6 under 涉及金额(万元) is 436000 yuan. */
export function readTableUnits(text: string, fields: readonly Field[]): Mention[] {
  const found: Mention[] = [];
  for (const field of fields) {
    const unit = unitOfHeading(field.label);
    const written = text.slice(field.start, field.end);
    if (unit === null || !bareNumber.test(written)) continue;
    const value = readNumber(written);
    // 涉及金额（万元）：0 tells of no sum.
    if (value === null || value === 0) continue;
    found.push({
      type: unit.type,
      start: field.start,
      end: field.end,
      text: written,
      value: Math.round(value * unit.scale * 100) / 100,
      confidence: 0.95,
    });
  }
  return found;
}
