import { describe, expect, it } from '@jest/globals';
import { mayBeSame } from '../../../pipelines/filing/index.js';

const who = (name: string | null, organisation: string | null = null) => ({ name, organisation });

describe('whether two accused may be one', () => {
  it.each([
    ['a name misread', who('冯守明'), who('冯守朋')],
    ['a full name and the surname of it', who('王建国'), who('王某')],
    ['the same with units of one office', who('王建国', '澜川市人防办'), who('王某', '市人民防空办公室')],
    ['one surname hidden twice', who('王某', '澜川市人防办'), who('王某')],
    ['one unit without a name', who(null, '澜川市人防办'), who(null, '澜川市人民防空办公室')],
  ])('it may: %s', (_, a, b) => {
    expect(mayBeSame(a, b)).toBe(true);
    expect(mayBeSame(b, a)).toBe(true);
  });

  it.each([
    ['two names hidden otherwise', who('王某'), who('王局长')],
    ['two posts', who('王局长', '澜川市人防办'), who('王科长', '澜川市人防办')],
    ['one surname hidden twice in two offices', who('王某', '澜川市人防办'), who('王某', '石涧县教育局')],
    ['a full name elsewhere', who('王建国', '澜川市人防办'), who('王某', '石涧县教育局')],
    ['another surname', who('王某'), who('黄建国')],
    ['a person and a unit', who('王某', '澜川市人防办'), who(null, '澜川市人防办')],
  ])('it may not: %s', (_, a, b) => {
    expect(mayBeSame(a, b)).toBe(false);
    expect(mayBeSame(b, a)).toBe(false);
  });
});
