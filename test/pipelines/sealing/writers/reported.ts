import { type Case, day } from './case.js';

const names = ['范明志', '张伟', '欧阳雪萍', '农大庆', '汤秀英'];
const titles = [
  '关于NAME的举报信',
  '关于NAME举报信',
  '关于NAME同志的举报信',
  '关于NAME的控告书',
  '关于NAME的检举材料',
  '关于NAME违纪的举报信',
  '对NAME的举报',
];
const told = (name: string) => `${name}2017年5月在金湖花园项目上收受开发商现金12万元，少收易地建设费80万元。`;
const office = (words: string): string =>
  `信访举报件转送单\n云纪转〔2019〕第0012号\n云泽县纪委监委：\n${words}，请按规定办理。\n云泽市纪委监委信访室\n${day}`;
/** Whatever is sealed of the paper, the name is not. */
const about = (text: string, name: string, accused = [name]): Case => ({
  text,
  secrets: [],
  shown: [name],
  accused,
});

/** A report is called after whom it is about, and he is not its writer. */
export const reportedOn: Case[] = [
  ...names.flatMap((name) =>
    titles.map((title) =>
      about(`${title.replace('NAME', name)}\n县纪委：\n${told(name)}\n请组织严肃查处！\n${day}`, name),
    ),
  ),
  about('关于范明志的举报信', '范明志'),
  about(`关于有关问题的报告\n根据范明志举报线索核查，${told('范明志')}`, '范明志'),
  about(`县纪委：\n对范明志投诉过多次，没人管。${told('范明志')}`, '范明志'),
  about(`县纪委：\n现将范明志举报给你们。${told('范明志')}`, '范明志'),
  ...[
    '现将关于范明志的举报信转去',
    '我室收到关于范明志的来信一件',
    '现将范明志举报线索转你委',
    '现将反映范明志的举报信转去',
    '针对范明志的举报，我室已核查',
    '关于范明志举报核查情况报来',
  ].map((words) => about(office(words), '范明志')),
  { text: office('我委近期收到多件对范明志的投诉'), secrets: [], shown: ['范明志'] },
  about(office('收到云泽县住建局局长范明志的举报信'), '范明志'),
];

/** The same words where they tell who reported. */
export const reportedBy: Case[] = [
  '收到NAME的举报信',
  '收到NAME来信，反映范明志收受12万元',
  '关于NAME反映云泽县住建局局长范明志收受礼金的问题，请核查',
  '对NAME来信反映的问题已核查',
  '关于NAME反映的问题已核查',
  '现将NAME反映范明志的材料转去',
  '根据NAME的举报，范明志收受12万元',
  '现将NAME的举报信转去',
  '据NAME反映，范明志收受12万元',
].flatMap((words) =>
  ['鲁有田', '文静', '欧阳雪萍'].map((name) => ({
    text: office(words.replace('NAME', name)),
    secrets: [name],
    shown: words.includes('范明志') ? ['范明志'] : [],
  })),
);
