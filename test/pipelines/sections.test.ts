import { describe, expect, it } from '@jest/globals';
import type { Artefacts } from '../../domain/index.js';
import { type Lexicon, loadLexicon } from '../../lexicon/index.js';
import { duplicatesStage } from '../../pipelines/duplicates/index.js';
import { entitiesStage } from '../../pipelines/entities/index.js';
import { itemsStage } from '../../pipelines/items/index.js';
import { normalisationStage } from '../../pipelines/normalisation/index.js';
import { sealingStage } from '../../pipelines/sealing/index.js';
import { segmentationStage } from '../../pipelines/segmentation/index.js';
import type { Stage } from '../../pipelines/stage.js';
import { topicsStage } from '../../pipelines/topics/index.js';
import { extractionOf } from './extractions.js';

const lexicon = loadLexicon();
const letter = `关于澜川市人防办工程科科长岑文博有关问题的举报信
澜川市纪委监委领导：
我叫费良玉，电话13987654321，住枫林湾小区3幢。现反映岑文博在枫林湾小区结建审批中，2019年5月20日收受澜川市安泰置业有限公司经理曹旺生现金3万元，违规减免易地建设费96.5万元。请予查处。
举报人：费良玉
2019年6月3日`;

/** The lexicon, which writes down what is read of it. */
function watched(read: Set<string>): Lexicon {
  return new Proxy(
    { ...lexicon },
    {
      get(sections, name) {
        read.add(String(name));
        return Reflect.get(sections, name);
      },
    },
  );
}

describe('the sections of the lexicon that a stage names', () => {
  const artefacts: Partial<Artefacts> = {
    extraction: extractionOf([{ text: letter }]),
    recognition: [],
    receipt: { receivedOn: '2019-06-05', channel: null },
    rulings: [],
  };
  const stages: Stage[] = [
    normalisationStage,
    itemsStage,
    segmentationStage,
    entitiesStage,
    sealingStage,
    topicsStage,
    duplicatesStage,
  ];
  it.each(stages)('are all that $name reads: an edit of any makes it due', async (stage) => {
    const read = new Set<string>();
    const made = await stage.run(artefacts as Artefacts, { lexicon: watched(read) });
    Object.assign(artefacts, { [stage.gives]: made });
    read.delete('digests');
    expect([...read].filter((name) => !(stage.lexicon as readonly string[]).includes(name))).toEqual([]);
  });
});
