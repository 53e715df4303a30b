import type { Correction } from '../../../domain/index.js';
import { correctClue } from '../../../office/index.js';
import { useOffice } from '../office-in-use.js';

export const informant = '费良玉';
export const who = { by: '案管甲', reason: '核对原件' };

export const letter = (
  accused: string,
  place: string,
) => `关于澜川市人防办工程科科长${accused}有关问题的举报信
澜川市纪委监委领导：
我叫${informant}，电话13987654321。现反映澜川市人防办工程科科长${accused}在${place}小区结建审批中，2019年5月20日收受开发商曹旺生现金3万元，违规减免易地建设费96.5万元。请予查处。
举报人：${informant}
2019年6月3日`;

/** An office with letters of this kind, and what a person does who sets their cards right. */
export async function useCorrecting(name: string) {
  const inUse = await useOffice(name);
  const { office } = inUse;
  const file = async (content: string, day: string) => {
    const { documentId } = await inUse.file(content, { day });
    return (await inUse.recordsOf(documentId))[0]!.clueNo;
  };
  const card = async (clueNo: string) => (await office.register.records.show(clueNo))!;
  const correct = (clueNo: string, correction: Correction, restRight = false) =>
    correctClue(office, clueNo, correction, restRight, who);
  return { ...inUse, file, card, correct };
}
