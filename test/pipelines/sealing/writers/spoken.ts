import { type Case, charge, day, named } from './case.js';

const held = '范明志，云泽县住建局局长';
const under = (head: string, secrets: string[], shown: string[] = []): Case => ({
  text: `${head}\n${charge}\n请组织严肃查处！\n${day}`,
  secrets,
  shown: [...named, ...shown],
});
const body = (words: string, secrets: string[], shown: string[] = []): Case =>
  under(`县纪委：\n${words}`, secrets, shown);

/** Writers who speak of themselves by their names, and whoever only is spoken of so. */
export const spokenCases: Case[] = [
  ...['李秀兰', '鲁有田', '欧阳雪萍', '仝兰'].flatMap((name) => [
    under(`${name}实名举报范明志：`, [name]),
    under(`${name}举报云泽县住建局局长范明志`, [name]),
    body(`领导您好，${name}向您反映范明志收受贿赂的问题。`, [name]),
    body(`各位领导：${name}现向贵委实名举报范明志。`, [name]),
    body(`${name}向县纪委反映以下问题：`, [name]),
    body(`${name}（电话13800138036）在此实名控告范明志。`, [name, '13800138036']),
    {
      text: `被举报人：${held}。我是宏达建筑公司会计，叫${name}。\n${charge}\n${day}`,
      secrets: [name, '宏达建筑公司'],
      shown: named,
      accused: ['范明志'],
    },
    {
      text: `被举报人：${held}，我叫${name}，电话13800138036\n${charge}\n${day}`,
      secrets: [name, '13800138036'],
      shown: named,
      accused: ['范明志'],
    },
  ]),
  ...['向阳', '文静', '高峰', '方圆'].map((name) => ({
    text: `12388网络举报件\n署名情况：实名（${name}，13800138036，已电话核实）\n被举报人：范明志\n${charge}`,
    secrets: [name, '13800138036'],
    shown: named,
  })),
  under(
    '12388网络举报件\n署名情况：实名（电话，13800138036）\n被举报人：范明志',
    ['13800138036'],
    ['（电话，'],
  ),
  under('群众实名举报范明志', [], ['群众']),
  under('职工举报云泽县住建局局长范明志', [], ['职工']),
  under('范明志反映问题', []),
  under('范明志举报信', []),
  body('去年三月，范明志向组织反映别人的问题，自己却收钱。', []),
  body('我是景澜府业委会的成员向天明。', ['向天明']),
  body('范明志向领导汇报时隐瞒了这些。', []),
];
