import { type Case, charge, day, letter, named } from './case.js';

const open = (text: string, shown: string[], secrets: string[] = []): Case => ({
  text,
  secrets,
  shown: [...named, ...shown],
});
const body = (words: string, shown: string[], secrets: string[] = []): Case =>
  open(`县纪委：\n${words}\n${charge}\n请组织严肃查处！\n${day}`, shown, secrets);
const ended = (end: string, shown: string[]): Case => letter(end, 'anonymous', [], shown);
const visit = (words: string, shown: string[]): Case =>
  open(`来访登记表\n来访人：鲁有田，男，电话13800138032\n反映：${charge}\n接谈情况：${words}`, shown, [
    '鲁有田',
    '13800138032',
  ]);

/** Words where a name might stand that are none: sealing them would hide them in the whole paper. */
export const plainWords: Case[] = [
  ...['12345', '12315', '12388', '110', '95588'].map((number) =>
    body(`我打过${number}，电话是${number}，没有人管。`, [`我打过${number}`]),
  ),
  open(
    `From: luyt@example.net\nTo: jubao@example.org\n主题：举报\n${charge}`,
    ['jubao@example.org'],
    ['luyt@example.net'],
  ),
  ...['初步核实', '谈话函询', '自办'].flatMap((way) => [
    open(`线索编号：12\n主要问题：${charge}\n处理建议：${way}`, [way]),
    open(`来信登记\n主要问题：${charge}\n办理方式：${way}`, [way]),
  ]),
  open(`线索收集表\n问题：${charge}\n类别：☑审批　☑收费　□资产　□监管　□责任`, [
    '审批',
    '收费',
    '资产',
    '监管',
    '责任',
  ]),
  visit('来访人思路清楚，有书证。', ['思路清楚']),
  visit('来访人要求：退还摊位费。', ['要求']),
  body('我丈夫自己也分了一万元，我们是苗家，住在禾库坪乡。', ['自己', '我们是苗家']),
  body('有的人住在镇上，他们住在一个院子里。', ['住在镇上', '一个院子']),
  body('范明志把我叫过去，说字迹太潦草。我不是要害谁，我还是老样子。', ['过去', '要害谁', '老样子']),
  ended(`一个明白人\n${day}`, ['明白人']),
  ended(`夜市摊贩\n${day}`, ['夜市摊贩']),
  ended(`旧同事\n${day}`, ['旧同事']),
];
