import type { Signature } from '../../../../domain/index.js';

/** A short paper, what of it tells who wrote it, what must stay readable, whom it accuses, and how it is signed. */
export interface Case {
  text: string;
  secrets: string[];
  shown?: string[];
  accused?: string[];
  signature?: Signature;
}

export const day = '2019年4月3日';
/** What the letters accuse somebody of; none of it may be sealed. */
export const charge =
  '云泽县住建局局长范明志2017年5月在金湖花园项目上收受开发商伍大江现金12万元，少收易地建设费80万元。知情人有会计柏秀云。';
export const named = ['云泽县住建局局长范明志', '开发商伍大江', '金湖花园', '柏秀云', '80万元'];
export const letter = (end: string, signature: Signature, secrets: string[], shown: string[] = []): Case => ({
  text: `关于范明志问题的举报\n县纪委领导：\n我们反映${charge}\n他还说在云泽县没人敢查他。\n请组织为民做主，严肃查处！\n${end}`,
  secrets,
  shown: [...named, ...shown],
  signature,
});
export const opening = (words: string, secrets: string[], shown: string[] = []): Case => ({
  text: `县纪委：\n${words}现反映以下问题：\n${charge}\n以上情况属实，请查处。\n${day}`,
  secrets,
  shown: [...named, ...shown],
});
