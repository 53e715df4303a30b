import type { InformantField, Sealed } from '../../../domain/index.js';

type Put = (name: string, value: number | boolean) => void;

/** Units at the end of a paper, where its signature stands. */
const tail = 160;
/** Units at its beginning, where its title and the first field stand. */
const head = 80;
/** The mask that sealing puts over an informant, unit for unit. */
const masked = /▇{2,}/g;
/** A petitioner that is no person. */
const firm =
  /(?:[\u3400-\u9fff]{4}[队店部站所社会行场院校]|中心|公司|厂|商行|合作社|协会|商会|集团|委员会|学校|医院|酒店|矿)$/;
/** A caller of whom only the surname is known has not given a name. */
const styleOnly = /^.{1,2}(?:先生|女士|小姐|师傅|大姐|大爷|阿姨)$/;
/** What is sealed with a label or a verb in it is no name that anybody signed with. */
const noName = /[人的了是写说称执]$|清楚$|核实$|函询$|执行$/;
const wordings: Readonly<Record<string, RegExp>> = {
  'says that many sign':
    /联名|联署|等\s?(?:\d{1,4}|[一二三四五六七八九十百]{1,4})[人名户]|共\s?(?:\d{1,4}|[一二三四五六七八九十百]{1,4})[人名户]|签名(?:如下|附后|见后)/,
  'signer by label':
    /(?:举报|检举|控告|反映|申诉|信访|来访|来电|投诉|建议|说明|报告|填报)人(?:姓名)?[：:\s]*▇|署名[：:\s]*▇|落款[：:\s]*▇/,
  spokesman:
    /(?:法定代表人|法人代表|法人|联系人|经办人|负责人|会长|理事长)(?:[(（][^()（）]{0,4}[)）])?[:：\s]*▇/,
  scribe: /代[书笔写]|执笔/,
  'label left empty': /(?:举报|反映|来电|来访|信访)人(?:姓名)?[：:]\s*(?:\n|$|无|不详|匿名|未留|不愿)/,
  'name withheld': /匿名|不愿[^，。\n]{0,4}(?:姓名|透露|留名|具名)|未(?:署|留)[^，。\n]{0,3}名|不敢(?:署|留)/,
};

/** Who has signed a paper, as far as sealing left a trace of it: kinds, number and places of what is masked. */
export function putSigners(put: Put, { text, informant, accused }: Sealed): void {
  const names = signedNames(informant);
  const firms = names.filter((name) => firm.test(name)).length;
  const people = names.length - firms;
  for (const count of [1, 2, 3]) put(`${count} signed`, people >= count);
  put('firm signed', firms > 0);
  put('nobody sealed', informant.length === 0);
  put('nobody signed', names.length === 0);
  put(
    'caller by surname',
    informant.some(({ value }) => styleOnly.test(value)),
  );
  for (const { kind, spans } of informant) {
    put(`sealed ${kind}`, true);
    for (const { start, end } of spans) {
      if (start >= text.length - tail) put(`sealed ${kind} at the end`, true);
      if (start < head) put(`sealed ${kind} at the head`, true);
      if (standsAlone(text, start, end)) put(`sealed ${kind} alone in a line`, true);
    }
  }
  put('accused', accused.length > 0);
  const [first, last] = [text.slice(0, head), text.slice(-tail)];
  for (const [name, wording] of Object.entries(wordings)) {
    put(name, wording.test(text));
    put(`${name} at the head`, wording.test(first));
    put(`${name} at the end`, wording.test(last));
  }
  const alone = last.split('\n').filter((line) => /^[▇、，,和及\t ]{2,30}(?:敬上|谨上|呈上)?$/.test(line));
  const masks = alone.reduce((sum, line) => sum + (line.match(masked)?.length ?? 0), 0);
  put('mask alone in a last line', masks > 0);
  put('masks alone in last lines', masks > 1);
  put('crowd signs', /(?:村民|群众|职工|居民|住户|干部|业主|员工|党员)们?\s*(?:\n|$|\d|[二〇])/.test(last));
}

/** Distinct names without those that are a part of another (得胜 of 仉得胜). */
function signedNames(informant: readonly InformantField[]): string[] {
  const given = informant.filter((f) => f.kind === 'name').map((f) => f.value.replace(/\s/g, ''));
  const values = [...new Set(given)].filter(
    (value) => !styleOnly.test(value) && (firm.test(value) || !noName.test(value)),
  );
  return values.filter((value) => !values.some((other) => other !== value && other.includes(value)));
}

function standsAlone(text: string, start: number, end: number): boolean {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  const line = text.slice(from, to < 0 ? text.length : to);
  return line.replace(/▇|盖章|公章|印章|[(（）)\s:：\d年月日.、，,]/g, '').length <= 2;
}
