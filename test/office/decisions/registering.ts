import { randomUUID } from 'node:crypto';
import { recordSchema, type TypedCard } from '../../../domain/index.js';
import { registerByHand } from '../../../office/index.js';
import { useOffice } from '../office-in-use.js';

export const informant = '费良玉';
export const who = { by: '案管甲', reason: '人工阅读原件' };
export const letter = `关于澜川市人防办工程科科长岑文博有关问题的举报信
澜川市纪委监委领导：
我叫${informant}，电话13987654321。现反映澜川市人防办工程科科长岑文博在枫林湾小区结建审批中，2019年5月20日收受开发商曹旺生现金3万元，违规减免易地建设费96.5万元。请予查处。
举报人：${informant}
2019年6月3日`;
export const card: TypedCard = {
  petitionClass: 'report',
  summary: '反映石涧县人防办主任赖永昌收受红包。2017年春节前，赖永昌收受包工头红包2万元。',
  accused: [{ name: '赖永昌', organisation: '石涧县人防办', position: '主任' }],
  topics: ['A5'],
  amount: 20_000,
};

/** An office with what a person does who registers papers by hand. */
export async function useRegistering(name: string) {
  const inUse = await useOffice(name);
  const { office, file } = inUse;
  const receive = async (
    content: string | Uint8Array,
    place: string = randomUUID(),
    extension = 'txt',
    name = `来件.${extension}`,
  ) => {
    const batch = randomUUID();
    return { batch, ...(await file(content, { name, channel: 'visit', batch, place })) };
  };
  const show = async (clueNo: string) => recordSchema.parse(await office.register.records.show(clueNo));
  const register = async (receiptId: number, into: string | null = null, typed = card) =>
    registerByHand(office, { receiptId, ordinal: null }, typed, into, who);
  const waiting = async () => (await office.register.receipts.troubles(100)).map((t) => t.paper);
  const counts = async () => (await office.register.upkeep.counts()).items;
  return { ...inUse, receive, handIn: inUse.receive, show, register, waiting, counts };
}
