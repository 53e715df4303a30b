import type { ClueSource, Sealed, Signature } from '../../domain/index.js';
import type { ListHits } from './lists.js';

/** The mask that sealing puts over an informant, unit for unit. */
const masked = /▇{2,}/g;
/** The beginning of a letter, where its title says that many signed it. */
const headOfLetter = 80;
/** The end of a letter, where its signature stands. */
const tail = 160;
/** A petitioner that is no person. */
const firm = /(?:公司|厂|商行|合作社|协会|商会|集团|委员会|学校|医院|酒店|矿)$/;

/**
 * 署名 of an item, from the sealed text and the kinds of what was sealed; never `verified`.
 * A real name counts as named whether or not a contact is given: checking it is a person's work.
 */
export function signatureOf(text: string, sealed: Sealed, source: ClueSource, lists: ListHits): Signature {
  const { informant } = sealed;
  if (source === 'self-report') return informant.length + sealed.accused.length > 0 ? 'named' : 'anonymous';
  const signed = informant.filter((f) => f.kind === 'name').map((f) => f.value);
  const names = new Set(signed.filter((value) => !firm.test(value))).size;
  const units = informant.some((f) => f.kind === 'organisation') || signed.some((value) => firm.test(value));
  // A paper that hands a matter over is the unit's own, unless it encloses the letter of somebody named.
  const handedOver = source !== 'petition' && source !== 'media' && source !== 'other';
  if (handedOver && names === 0) return 'unit';
  const maskedSigners = signers(text);
  const cues = lists.all('signature.joint');
  const signedTogether =
    cues.some((c) => c.start < headOfLetter || c.start > text.length - tail) ||
    /等(?:\d{1,4}|[一二三四五六七八九十百]{1,4})[人名户]/.test(text.slice(-tail));
  if (names === 0 && units && signed.length === 1 && firm.test(signed[0] ?? '')) return 'unit';
  if (names >= 2 || maskedSigners >= 2 || (names === 1 && signedTogether)) return 'joint';
  if (names === 1) return 'named';
  const crowd =
    lists.first('signature.anonymous') !== null ||
    /(?:村民|群众|职工|居民|住户|干部)们?\s/.test(`${text.slice(-40)}\n`);
  if (units && !crowd) return 'unit';
  if (maskedSigners === 1) return 'named';
  return signedTogether ? 'joint' : 'anonymous';
}

/** Masked names behind a signer's label or standing alone at the end of the letter. */
function signers(text: string): number {
  const labelled = text.match(
    /(?:举报人|检举人|控告人|反映人|申诉人|信访人|来访人|来电人|投诉人|建议人|署名|说明人|报告人|填报人|落款|签名)(?:姓名)?[（(]?[签章名字]{0,3}[）)]?[:：\t]?▇{2,4}(?:[、，,和及 ]▇{2,4})*/g,
  );
  if (labelled) {
    const most = Math.max(...labelled.map((l) => l.match(masked)?.length ?? 0));
    return Math.min(most, 2);
  }
  const alone = text
    .slice(-tail)
    .split('\n')
    .filter((line) => /^[▇、，,和及\t ]{2,30}(?:敬上|谨上|呈上)?$/.test(line));
  const count = alone.reduce((sum, line) => sum + (line.match(masked)?.length ?? 0), 0);
  return Math.min(count, 2);
}
