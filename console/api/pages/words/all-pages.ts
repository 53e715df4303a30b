import { number } from '../terms.js';

const zh = {
  product: '起底 · 问题线索统一台账',
  register: '统一台账',
  queue: '办理进度',
  skip: '跳到正文',
  error: '出错了',
  toRegister: '回到台账',
  money: (yuan: number) => (yuan >= 10_000 ? `${number(yuan / 10_000)} 万元` : `${number(yuan)} 元`),
  squareMetres: (n: string) => `${n} 平方米`,
  range: ' 至 ',
};

const en: typeof zh = {
  product: 'Qidi · unified clue register',
  register: 'Register',
  queue: 'Progress',
  skip: 'Skip to content',
  error: 'Something is wrong',
  toRegister: 'To the register',
  money: (yuan) => `${number(yuan)} yuan`,
  squareMetres: (n) => `${n} m²`,
  range: ' to ',
};

/** Words of all pages. */
export const wordsOfAllPages = { zh, en };
