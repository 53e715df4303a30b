/**
 * Forms in which who writes is told within a sentence about something else: {N} his name, {C} what he is, {V} his home in
 * the village {L} of an accused, {G} the office and {F} the firm where he works, {J} what he is there, {T} and {I} numbers.
 */
const callings = [
  '我系{C}，{N}，在区里值守了七年，2017年11月因为顶撞领导被调去守水塔。',
  '我是{C}，{N}，在这里干了二十年。',
  '我是{C}，{N}，原来在县里开车。',
  '本人系{C}，{N}，现在没有收入。',
  '我是一名{C}，{N}，从前当过兵。',
  '我是{C}，{N}，因为说真话被穿小鞋。',
  '我是{C}，名{N}，在家种地。',
  '我系{C}，{N}，曾在矿上干活。',
];
const homes = [
  '我叫{N}，{V}，建档立卡的。',
  '我叫{N}，{V}，低保户。',
  '我叫{N}，女，{V}，种地的。',
  '我叫{N}，今年52岁，{V}，一个字都不认识。',
  '我叫{N}，{V}的，我家有五口人。',
  '本人{N}，{V}，五保户。',
  '我是{N}，{V}，靠养羊过日子。',
  '我叫{N}，家是{V}。',
];
const visits = [
  '来访人：{N}，女，58岁；身份证号：{I}；电话：{T}；住{V}',
  '来访人：{N}，男，61岁；电话：{T}；家住{V}',
  '来访人：{N}；身份证号：{I}；现住{V}',
  '来访人：{N}，电话：{T}，住{V}',
  '来访人：{N}，电话{T}；住{V}；重访',
  '来访人：{N}，女；联系电话：{T}；住址{V}',
];
const offices = [
  '我是{N}，壮族，在{G}管统计报表。',
  '我叫{N}，在{G}管档案。',
  '我叫{N}，女，在{G}写材料。',
  '我是{N}，在{G}跑扶贫。',
  '本人{N}，2015年起在{G}管低保。',
  '我叫{N}，是{G}的统计员。',
];
const firms = [
  '本人{N}，{F}{J}。',
  '我叫{N}，{F}{J}。',
  '我是{N}，{F}的{J}。',
  '我叫{N}，男，{F}{J}，跑这一片。',
  '我叫{N}，是{F}{J}。',
];

const charge = '石涧县民防局局长郝长顺2019年5月收受开发商20万元。';
/** The accused is the head of the village where the writer is at home. */
const villageCharge = '石涧县{L}党支部书记郝长顺把低保款8万元装进自己口袋。';
const letter = (words: string, accused: string) => `县纪委：\n${words}${accused}\n2019年6月3日`;

export const inPassing: string[] = [
  ...[...callings, ...offices, ...firms].map((words) => letter(words, charge)),
  ...homes.flatMap((words) => [letter(words, charge), letter(words, villageCharge)]),
  ...visits.flatMap((words) => [
    `接访笔录（摘要）\n接访日期：2019年6月3日\n${words}\n来访人讲方言，以下为整理稿。\n一、${charge}`,
    `来访登记\n${words}\n反映内容：${villageCharge}`,
  ]),
];

export const writersCallings = [
  ...['转业老兵', '退伍老兵', '下岗工人', '小学教师', '乡村医生', '贫困户', '养殖户', '看门的', '开货车的'],
  ...['村民', '老党员', '货车司机', '退休干部', '护林员', '保洁员', '建筑工人'],
];
const waters = ['苦水河', '白沙', '青石', '落雁', '高塘', '马营', '三岔', '长岭', '石佛', '大柳'];
const hamlets = ['羊路', '水坑', '上坪', '大洼', '竹园', '新桥', '李家湾', '河西', '塘坪', '沙坝'];
const parts = [
  '上庄社',
  '三社',
  '第三组',
  '六组',
  '二队',
  '王家庄',
  '老屋湾',
  '下坪社',
  '五社',
  '东头',
  '河滩队',
];
const kinds = ['乡', '镇'];
type Draw = <T>(list: readonly T[]) => T;

/** A home within a village, with the village. */
export function villageHome(pick: Draw): { L: string; V: string } {
  const village = `${pick(waters)}${pick(kinds)}${pick(hamlets)}村`;
  return { L: village, V: village + pick(parts) };
}

export const townOffice = (pick: Draw): string =>
  `${pick(['云岭县', '石桥县', '苍梧岭县', ''])}${pick(waters)}${pick(['镇人民政府', '乡人民政府', '镇政府', '乡政府'])}`;

export const firm = (pick: Draw): string =>
  `${pick(['武陵', '湘沅', '长宁', '宏达', '金盾', '华安', '石涧县永固', '东方'])}${pick(['防护器材', '防护设备', '人防设备', '门业', '机电设备', '建材'])}${pick(['公司', '有限公司', '厂'])}`;

export const postsInFirm = [
  ...['区域代表', '销售代表', '业务代表', '驻外代表', '大区经理', '区域经理', '业务员', '销售员', '推销员'],
  ...['销售经理', '业务经理', '销售', '采购', '采购员', '售后'],
];
