/**
 * The closed word lists of the register, each value with the field's own Chinese term and an English one.
 * The keys are the outward contract; a value that a letter does not give is `other` or `null`, never guessed.
 */
type Terms = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

const terms = <T extends Terms>(t: T): T => t;
const keysOf = <T extends Terms>(t: T) => Object.keys(t) as [keyof T & string, ...(keyof T & string)[]];

/** 业务类别 of a petition (检举控告工作规则). */
export const petitionClasses = terms({
  report: { zh: '检举控告', en: 'report' },
  appeal: { zh: '申诉', en: 'appeal' },
  suggestion: { zh: '批评建议', en: 'suggestion' },
  'out-of-scope': { zh: '业务范围外', en: 'out of scope' },
  'no-substance': { zh: '无实质内容', en: 'no substance' },
});
/** 线索来源: who handed the matter to the office. */
export const clueSources = terms({
  petition: { zh: '信访举报', en: 'petition' },
  superior: { zh: '上级交办', en: 'superior body' },
  inspection: { zh: '巡视巡察移交', en: 'inspection' },
  audit: { zh: '审计移送', en: 'audit' },
  finance: { zh: '财政移送', en: 'finance' },
  judicial: { zh: '司法机关移送', en: 'judicial body' },
  enforcement: { zh: '行政执法移送', en: 'law enforcement' },
  organisation: { zh: '组织人事移送', en: 'organisation department' },
  supervision: { zh: '监督检查发现', en: 'supervision' },
  investigation: { zh: '审查调查发现', en: 'investigation' },
  subordinate: { zh: '派驻、下级报送', en: 'subordinate body' },
  'self-check': { zh: '专项自查收集', en: 'self-check' },
  'self-report': { zh: '主动说明', en: 'self-report' },
  media: { zh: '网络舆情', en: 'media' },
  other: { zh: '其他', en: 'other' },
});
/** 信访形式: the paper or the way by which it came. */
export const channels = terms({
  letter: { zh: '来信', en: 'letter' },
  visit: { zh: '来访', en: 'visit' },
  phone: { zh: '来电', en: 'phone' },
  online: { zh: '网络', en: 'online' },
  email: { zh: '电子邮件', en: 'e-mail' },
  form: { zh: '收集表', en: 'form' },
  transfer: { zh: '移送函', en: 'transfer' },
  other: { zh: '其他', en: 'other' },
  unknown: { zh: '形式未注明', en: 'channel not stated' },
});
/** 署名. `verified` is only ever set by a person; `unknown` is what nobody said of a paper that no machine could read. */
export const signatures = terms({
  verified: { zh: '实名已核', en: 'verified' },
  named: { zh: '署名未核', en: 'named' },
  anonymous: { zh: '匿名', en: 'anonymous' },
  joint: { zh: '联名', en: 'joint' },
  unit: { zh: '单位', en: 'unit' },
  unknown: { zh: '署名未注明', en: 'signature not stated' },
});
/** How one source relates to the sources of its clue received before it. */
export const relations = terms({
  first: { zh: '初次件', en: 'first' },
  'same-file': { zh: '同一文件', en: 'same file' },
  rescan: { zh: '重复扫描', en: 'rescan' },
  copy: { zh: '一信多投', en: 'copy' },
  repeat: { zh: '重信', en: 'repeat' },
  enclosed: { zh: '转办件', en: 'enclosed' },
  supplement: { zh: '补充材料', en: 'supplement' },
});
/** What people decide about papers, their families and the links between clues. */
export const decisionKinds = terms({
  register: { zh: '人工登记', en: 'registered by hand' },
  merge: { zh: '合并', en: 'merged' },
  split: { zh: '拆分', en: 'split off' },
  move: { zh: '移动', en: 'moved' },
  'link-confirm': { zh: '确认关联', en: 'link confirmed' },
  'link-reject': { zh: '否定关联', en: 'link rejected' },
  'informant-confirm': { zh: '认定举报人', en: 'informant confirmed' },
  'informant-reject': { zh: '认定不是举报人', en: 'informant rejected' },
  correct: { zh: '更正', en: 'corrected' },
  undo: { zh: '撤销', en: 'taken back' },
});
/** By what clues are linked. One strong kind tells enough; a weak one alone may be chance. */
export const linkKinds = terms({
  accused: { zh: '同一被反映人', en: 'same accused', strong: true },
  'identity-number': { zh: '同一身份证号', en: 'same identity number', strong: true },
  'credit-code': { zh: '同一信用代码', en: 'same credit code', strong: true },
  project: { zh: '同一项目', en: 'same project', strong: true },
  company: { zh: '同一单位', en: 'same company', strong: false },
  'sum-and-date': { zh: '同一时间的同一金额', en: 'same sum at the same time', strong: false },
});
export const linkStrengths = terms({
  strong: { zh: '强', en: 'strong' },
  weak: { zh: '弱', en: 'weak' },
});
/** Why a source belongs with the one that it is most like; `kind:label` where there is something to name, {} where the label stands. */
export const sourceReasons = terms({
  bytes: { zh: '文件逐字节相同', en: 'the same bytes' },
  text: { zh: '文字完全相同', en: 'the same letters and digits' },
  wording: { zh: '文字大体相同', en: 'much the same wording' },
  cover: { zh: '随函转来', en: 'handed on with a cover note' },
  supplement: { zh: '文中说明是补充、再次反映', en: 'says that it adds to an earlier paper' },
  accused: { zh: '同一被反映人', en: 'same accused' },
  project: { zh: '同一项目', en: 'same project' },
  money: { zh: '同一金额', en: 'same sum' },
  date: { zh: '同一时间', en: 'same time' },
  addressee: { zh: '收信单位不同', en: 'another addressee' },
  image: { zh: '其中有扫描件', en: 'one of them is an image' },
  days: { zh: '相隔 {} 天', en: '{} days apart' },
});
/** 涉嫌职务违法犯罪; never a finding. */
export const offences = terms({
  bribery: { zh: '涉嫌受贿', en: 'suspected bribery' },
  'bribe-giving': { zh: '涉嫌行贿', en: 'suspected bribe-giving' },
  embezzlement: { zh: '涉嫌贪污', en: 'suspected embezzlement' },
  misappropriation: { zh: '涉嫌挪用公款', en: 'suspected misappropriation' },
  'abuse-of-power': { zh: '涉嫌滥用职权', en: 'suspected abuse of power' },
  dereliction: { zh: '涉嫌玩忽职守', en: 'suspected dereliction' },
  favouritism: { zh: '涉嫌徇私舞弊', en: 'suspected favouritism' },
  'collusive-bidding': { zh: '涉嫌串通投标', en: 'suspected collusive bidding' },
  'private-division': { zh: '涉嫌私分国有资产', en: 'suspected private division of state assets' },
  'unexplained-assets': { zh: '涉嫌巨额财产来源不明', en: 'suspected unexplained assets' },
});
export const entityTypes = terms({
  person: { zh: '人名', en: 'person' },
  organisation: { zh: '机构', en: 'organisation' },
  position: { zh: '职务', en: 'position' },
  place: { zh: '地点', en: 'place' },
  project: { zh: '项目', en: 'project' },
  money: { zh: '金额', en: 'money' },
  date: { zh: '时间', en: 'date' },
  area: { zh: '面积', en: 'area' },
  'document-number': { zh: '文号', en: 'document number' },
  'identity-number': { zh: '身份证号', en: 'identity number' },
  phone: { zh: '电话', en: 'phone' },
  'bank-card': { zh: '银行卡号', en: 'bank card' },
  'credit-code': { zh: '统一社会信用代码', en: 'credit code' },
  plate: { zh: '车牌', en: 'plate' },
});
/** What of an informant is sealed. */
export const informantKinds = terms({
  name: { zh: '姓名', en: 'name' },
  'identity-number': { zh: '身份证号', en: 'identity number' },
  phone: { zh: '电话', en: 'phone' },
  address: { zh: '住址', en: 'address' },
  email: { zh: '电子邮箱', en: 'e-mail' },
  organisation: { zh: '单位', en: 'unit' },
  other: { zh: '其他', en: 'other' },
});
/** 办理状态 of a clue; this version only ever sets the first two by itself. */
export const statuses = terms({
  registered: { zh: '登记', en: 'registered' },
  review: { zh: '待人工', en: 'for a person' },
});
/** The steps of processing, in the words that an operator is told. */
export const stageNames = terms({
  extraction: { zh: '提取文字', en: 'extraction' },
  ocr: { zh: '识别扫描页', en: 'recognition' },
  normalisation: { zh: '规整文字', en: 'normalisation' },
  items: { zh: '拆分成件', en: 'items' },
  segmentation: { zh: '分词', en: 'segmentation' },
  entities: { zh: '识别人和事', en: 'entities' },
  sealing: { zh: '密封举报人', en: 'sealing' },
  topics: { zh: '判断类别', en: 'topics' },
  duplicates: { zh: '查重指纹', en: 'duplicates' },
});
/** The two queues. */
export const laneNames = terms({
  text: { zh: '文字处理队列', en: 'Text queue' },
  ocr: { zh: '扫描识别队列', en: 'Recognition queue' },
});
/** Why a file is due for a sweep. */
export const sweepReasons = terms({
  unfinished: { zh: '收到后还没有办完', en: 'received, and not done yet' },
  failed: { zh: '上次失败', en: 'failed before' },
  outdated: { zh: '词库或程序已变', en: 'read by another lexicon or program' },
  asked: { zh: '要求重新识别', en: 'its scan is to be read again' },
});
export type SweepReason = keyof typeof sweepReasons;
/** What is compared when the archive is processed again. */
export const sweptFields = terms({
  petitionClass: { zh: '类别', en: 'class' },
  title: { zh: '标题', en: 'title' },
  summary: { zh: '摘要', en: 'summary' },
  accused: { zh: '被反映人', en: 'accused' },
  topics: { zh: '问题类别', en: 'topics' },
  offences: { zh: '涉嫌', en: 'suspected offences' },
  amount: { zh: '涉及金额（元）', en: 'sum in yuan' },
  actedFrom: { zh: '行为起', en: 'acted from' },
  actedTo: { zh: '行为止', en: 'acted to' },
  source: { zh: '线索来源', en: 'source' },
  channel: { zh: '信访形式', en: 'channel' },
  signature: { zh: '署名', en: 'signature' },
  receivedOn: { zh: '收件日期', en: 'received' },
  sources: { zh: '来件关系', en: 'sources' },
  entities: { zh: '人名、机构等标注', en: 'entities' },
  text: { zh: '正文', en: 'text' },
});
/** What the reader of a text should know before trusting it. */
export const qualityFlags = terms({
  damaged_text: { zh: '文字有损', en: 'damaged text' },
  low_confidence: { zh: '识别可信度低', en: 'low recognition confidence' },
  second_reading_failed: {
    zh: '存疑的字未能复读，请对照原件',
    en: 'doubtful lines could not be read again: compare with the original',
  },
  unreadable_page: { zh: '有页面无法识别', en: 'unreadable page' },
  blank_page: { zh: '空白页', en: 'blank page' },
  garbled_text_layer: { zh: '文字层乱码，已改用识别', en: 'garbled text layer, recognised instead' },
  encoding_uncertain: { zh: '编码不确定', en: 'uncertain encoding' },
  hidden_text: { zh: '有看不见的文字，已另存为批注', en: 'hidden text, kept as a comment' },
  handwritten: { zh: '疑似手写', en: 'probably handwritten' },
  text_repaired: { zh: '编码错误已还原', en: 'wrong encoding, restored' },
  split_uncertain: { zh: '可能含有不止一件，未拆分', en: 'may hold more than one paper, not split' },
  columns_guessed: {
    zh: '表头不认识，各列按内容认定，请核对',
    en: 'unknown headings: the columns are told by what they hold, please check',
  },
  blank_form: { zh: '空白表格', en: 'blank form' },
  internal_mark: { zh: '标有“内部”字样', en: 'marked as internal' },
  wrong_extension: { zh: '扩展名与内容不符', en: 'extension does not match content' },
  pictures_unread: {
    zh: '文中有较大的图片，图中文字未识别',
    en: 'large pictures beside the text, not recognised',
  },
  hidden_sheet: { zh: '含隐藏的工作表', en: 'hidden sheet' },
  possible_report: {
    zh: '可能是检举控告，请核对类别',
    en: 'may be a report: check the class',
  },
});

export type PetitionClass = keyof typeof petitionClasses;
export type ClueSource = keyof typeof clueSources;
export type Channel = keyof typeof channels;
export type Signature = keyof typeof signatures;
export type Relation = keyof typeof relations;
export type DecisionKind = keyof typeof decisionKinds;
export type LinkKind = keyof typeof linkKinds;
export type SourceReason = keyof typeof sourceReasons;
export type Offence = keyof typeof offences;
export type EntityType = keyof typeof entityTypes;
export type InformantKind = keyof typeof informantKinds;
export type Status = keyof typeof statuses;
export type QualityFlag = keyof typeof qualityFlags;

export const petitionClassKeys = keysOf(petitionClasses);
export const clueSourceKeys = keysOf(clueSources);
export const channelKeys = keysOf(channels);
export const signatureKeys = keysOf(signatures);
export const relationKeys = keysOf(relations);
export const decisionKindKeys = keysOf(decisionKinds);
export const offenceKeys = keysOf(offences);
export const entityTypeKeys = keysOf(entityTypes);
export const statusKeys = keysOf(statuses);
export const sweepReasonKeys = keysOf(sweepReasons);
export const qualityFlagKeys = keysOf(qualityFlags);
