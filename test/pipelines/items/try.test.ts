import { it } from '@jest/globals';
import { normalisationStage } from '../../../pipelines/normalisation/index.js';
import { itemsStage } from '../../../pipelines/items/index.js';
import { segmentationStage } from '../../../pipelines/segmentation/index.js';
import { entitiesStage } from '../../../pipelines/entities/index.js';
import { extractionOf } from '../extractions.js';
import { lexicon, tablePage } from './papers.js';

it('x', async () => {
  const extraction = extractionOf([tablePage({ before: '中共澜川市委第三巡察组问题线索移交清单\n移送单位：市委巡察办　移交日期：2020年7月3日', after: '移交人：司空曙\n接收人：蓝天佑' }, [
    ['序号', '线索编号', '被反映人', '单位及职务', '职级', '反映主要问题', '涉及金额（万元）', '线索来源', '备注'],
    ['1', 'A-01', '尚可为', '青麓区人防办党组书记、主任', '乡科级正职', '2016年违规减免翠云苑易地建设费，收受开发商曹旺生现金。', '43.6', '个别谈话', ''],
    ['2', 'A-02', '窦振华、罗启航', '澜川市人防办设备管理科科长', '乡科级', '2017年3月收受供应商好处费3万元', '3', '^', ''],
    ['合计', '', '', '', '', '', '46.6', '', ''],
    ['备注：以上线索均已核对', '<', '<', '<', '<', '<', '<', '<', '<'],
  ], { label: '移交清单', firstRow: 3 })], { format: 'docx' });
  const normalised = await normalisationStage.run({ extraction, recognition: [] }, { lexicon });
  const items = await itemsStage.run({ extraction, normalised }, { lexicon });
  const words = await segmentationStage.run({ items }, { lexicon });
  const entities = await entitiesStage.run({ items, words, receipt: { receivedOn: '2020-07-10', channel: null } }, { lexicon });
  for (const [i, item] of items.entries()) {
    console.log(JSON.stringify(item, null, 1).slice(0, 1800));
    console.log(JSON.stringify({ a: entities[i]!.accused, i: entities[i]!.informant, amount: entities[i]!.amount, m: entities[i]!.mentions.filter(m => m.type === 'money') }));
  }
});
