import type { Span } from '../../../../../domain/index.js';
import type { Evidence } from '../../../../weighing/index.js';
import type { Reading } from '../../reading.js';
import { type Scene, see } from './scenes.js';

/** What tells that the letter means him no harm. */
export function seeSparing(evidence: Evidence, reading: Reading, scene: Scene): void {
  const { mention, after, sentence, lead, innocent } = scene;
  if (innocent) see(evidence, 'excused');
  if (vouched.test(sentence.slice(0, lead))) see(evidence, 'vouched for');
  if (reading.dictionary.witnesses.before(reading.text, mention.start) !== null) see(evidence, 'witness');
  if (confesses(reading, mention)) see(evidence, 'confesses');
  if (suffers.test(after)) see(evidence, 'suffers');
  if (dead.test(after)) see(evidence, 'dead');
}

const suffers =
  /^[^，。；]{0,3}(?:因为?|由于)?[^，。；]{0,12}(?:被(?:逼|打|骂|调|撤|免|辞退|开除|穿小鞋|刁难|排挤|停职|调离|带走|触电|砸)|受伤|住院|触电|落选|被从)/;
const dead = /^(?:同志)?[（(，,]?[^，。；]{0,8}(?:病逝|病故|去世|过世|身故|不在了|走了以后)/;
const admits = /^[^，。；：:]{0,6}(?:供述|供称|供认|交代|交待|陈述|证实|指证|当庭|称[:：，,]|如实|说明情况)/;
const party =
  /(?:犯罪嫌疑人|嫌疑人|被告人?|原告|当事人|证人|行贿人|投诉人|知情人|线索提供人)[^，。；]{0,12}$/;

/** 当事人|某某供述: whose words give the matter away is not whom the paper accuses. */
function confesses({ text, official }: Reading, mention: Span): boolean {
  const before = text.slice(Math.max(0, mention.start - 18), mention.start);
  const after = text.slice(mention.end, mention.end + 14);
  return party.test(before) || (official && admits.test(after));
}

/** 村里也有好干部，某某; 替几个人说句公道话：某某. */
const vouched = /(?:(?:公道话|(?:不要|别)冤枉)[：:][^。]*|也有好(?:干部|人|同志)[：:，,][^。，,]*)$/;
