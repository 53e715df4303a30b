import { expect } from '@jest/globals';
import { recordSchema } from '../../../domain/index.js';
import { useOffice } from '../office-in-use.js';

export const informant = '费良玉';
export const who = { by: '案管甲', reason: '内容不是一回事' };

export interface Matter {
  accused: string;
  place: string;
  /** Said besides. */
  more?: string;
  /** What another recognition of the page makes of it. */
  misread?: readonly [string, string];
}
export const letter = ({ accused, place, more = '', misread = ['', ''] }: Matter) =>
  `关于澜川市人防办工程科科长${accused}有关问题的举报信
澜川市纪委监委领导：
我叫${informant}，电话13987654321。现反映澜川市人防办工程科科长${accused}在${place}小区结建审批中压件不办，2019年5月20日收受开发商曹旺生现金3万元后才予受理，还违规减免易地建设费96.5万元。${more}请予查处。
举报人：${informant}
2019年6月3日`.replaceAll(...misread);
export const news = (place: string) =>
  `补充反映新的情况：2019年8月15日，${place}小区的监理费26万元被转到他妻弟名下的咨询公司，合同是事后倒签的，会计手里留有转账凭证复印件，经手人也愿意当面说明全部经过，当时在场的还有三位同事。`;

/** An office with letters of this kind, and what is asked of their clues. */
export async function useDeciding(name: string) {
  const inUse = await useOffice(name);
  const { office, file: handIn, refile, resultsOf } = inUse;
  const file = async (content: string, day?: string, batch?: string) =>
    (await handIn(content, { day, batch })).documentId;
  /** Files the document with this content anew, as another reading finds it: with that text, or nothing at all. */
  const readAgain = async (content: string, found: string | null) =>
    refile(content, found === null ? [] : await resultsOf(found));
  const show = async (clueNo: string) => {
    const record = await office.register.records.show(clueNo);
    return record === null ? null : recordSchema.parse(record);
  };
  const clueOf = async (documentId: number) => {
    const found = await office.register.records.ofDocuments([documentId]);
    expect(found).toHaveLength(1);
    return found[0]!.record.clueNo;
  };
  const sourceOf = async (clueNo: string, place: number) => (await show(clueNo))!.sources[place]!.id;
  /** All that is worked out of the papers; the decisions themselves stay. */
  const derived = async (clueNo: string) => {
    const { decisions: _, ...rest } = (await show(clueNo))!;
    return rest;
  };
  return { ...inUse, file, readAgain, show, clueOf, sourceOf, derived };
}
