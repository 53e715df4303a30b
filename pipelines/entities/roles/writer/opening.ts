import type { Span } from '../../../../domain/index.js';
import type { Reading } from '../reading.js';
import { beginsWithSurname, canBeName } from './name-at.js';

/** A name up to a comma, and the clause behind it. */
const named =
  /^[ \u3000]*(?:(?:退休|离休|老)?(?:村民|居民|业主|住户|职工|工人|教师|党员|农民|群众))?([\u3400-\u9fff·]{2,4})[，,]([^，,。；;\n]{1,40})[，,。；;]/;
/** Who has left his post tells of himself, and goes on with 我 or 以下. */
const left = /(?:离休|离职|辞职|辞去|退休|退下来|内退|下岗|离岗|被辞|被裁|卸任|调离|买断)[^。\n]{0,12}$/;
/** Who goes on to report has said before who he is, whatever his calling. */
const reports =
  /^[ \u3000]*(?:我|现|今|特|谨|兹|在此)?[现特]?(?:实名|郑重)?(?:向[^，。]{1,12})?(?:反映|举报|控告|检举|投诉)/;
const reached = /^(?:家|现)?住|^(?:电话|手机|身份证)|^[男女]$/;
const humble =
  /(?:职工|员工|工人|农民|村民|居民|牧民|渔民|社员|业主|租户|商户|教师|老师|护士|会计|出纳|司机|保安|保洁员|[电焊钳水瓦木技]工|退休|下岗)$/;

/**
 * Who begins a letter with his name, as in 丛某，某厂工人，党员。: he is of humble calling, and the letter speaks of
 * him nowhere again, but of itself as 我. Null where the first words are something else.
 */
export function openingName(reading: Reading): Span | null {
  const { text, lines, closing } = reading;
  const filled = lines.filter((line) => text.slice(line.start, line.end).trim() !== '').slice(0, 4);
  const address = filled.findIndex((line) => /[:：]\s*$/.test(text.slice(line.start, line.end)));
  const line = filled[address + 1];
  if (address < 0 || line === undefined || closing.names.length > 0) return null;
  const match = named.exec(text.slice(line.start, Math.min(line.end, line.start + 60)));
  const name = match?.[1] ?? '';
  if (match === null) return null;
  const sentence = text.slice(line.start, line.start + 120).split('。');
  const gone = left.test(sentence[0] ?? '') && /^(?:[^，]{0,6}我|以下|下面)/.test(sentence[1] ?? '');
  const told = reached.test(match[2] ?? '') || reports.test(sentence[1] ?? '');
  if (!humble.test(match[2] ?? '') && !gone && !told) return null;
  const start = line.start + match[0].indexOf(name);
  const fits =
    canBeName(name, reading.dictionary) &&
    reading.dictionary.notNames.at(name, 0) === null &&
    beginsWithSurname(text, start, reading) > 0;
  const again = text.indexOf(name, start + name.length) >= 0;
  return fits && !again && (told || /[我俺咱]/.test(text)) ? { start, end: start + name.length } : null;
}
