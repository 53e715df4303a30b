import { describe, expect, it } from '@jest/globals';
import { unitOfHeading } from '../../pipelines/heading-units.js';

describe('the unit that a heading gives for what stands under it', () => {
  it.each([
    ['涉及金额（万元）', 'money', 10_000],
    ['涉案金额(单位：元)', 'money', 1],
    ['追缴金额（万）', 'money', 10_000],
    ['应缴易地建设费【亿元】', 'money', 100_000_000],
    ['金额/万元', 'money', 10_000],
    ['建筑面积（㎡）', 'area', 1],
    ['应建面积（平方米）', 'area', 1],
  ])('is read: %s', (heading, type, scale) => {
    expect(unitOfHeading(heading)).toEqual({ type, scale });
  });

  it.each(['涉及金额', '人数（万）', '备注（元旦前）', '反映主要问题（摘要）'])('is none: %s', (heading) => {
    expect(unitOfHeading(heading)).toBeNull();
  });
});
