import type { EntityType, Sealed } from '../../../domain/index.js';
import type { Evidence, KnowsWord } from '../../weighing/index.js';
import { inSalutation, isGreeted } from '../offices.js';
import type { PaperFound } from '../paper.js';
import { addPieces, type Sign, shareOut } from '../pieces.js';
import { type Finding, telling } from '../tags/index.js';
import { cuesIn } from './cues.js';

/** Characters between a misdeed and the post of who did it. */
const nearOffice = 70;

/** Characters between a trade and the name of who is in it. */
const nearTrade = 12;

/** A body of trade: what is said of it is seldom a matter of discipline. */
const firm = /公司|厂$|集团|物业|店$|酒店|商行/;

/**
 * What tells what kind of petition a paper is.
 */
export function classEvidence(paper: PaperFound, sealed: Sealed, knows: KnowsWord): Evidence {
  const { text } = paper.reading;
  const evidence = cuesIn(text, paper.lists);
  const put = putInto(evidence);
  putFindings(put, paper.findings);
  putAccused(put, sealed, paper);
  put('misdeed near an office', nearAnOffice(paper));
  put('in the field', paper.inField);
  put('nothing to check', !sealed.mentions.some(({ type }) => checkable.has(type)));
  const signs = new Map([...evidence].map(([name, value]): [string, Sign] => [name, { value, places: [] }]));
  shareOut(signs);
  addPieces(signs, paper, knows);
  return new Map([...signs].map(([name, { value }]) => [name, value]));
}

type Put = (name: string, value: number | boolean) => void;

const putInto =
  (evidence: Evidence): Put =>
  (name, value) => {
    if (value) evidence.set(name, Number(value));
  };

/** What the rules found of misdeeds: the surest of each axis, each offence, and how many are told of an office. */
function putFindings(put: Put, findings: readonly Finding[]): void {
  const sure = findings.filter((f) => f.score >= telling && f.needed);
  for (const axis of ['topic', 'offence', 'deed'] as const) {
    put(
      `${axis} told`,
      sure.some((f) => f.rule.axis === axis),
    );
    put(`${axis} hinted`, Math.max(0, ...findings.filter((f) => f.rule.axis === axis).map((f) => f.score)));
  }
  for (const { rule, score } of findings) if (rule.axis === 'offence') put(`offence ${rule.code}`, score);
  const ofOffice = sure.filter((f) => f.own.some((r) => r.byOffice)).length;
  put('deed of an office', ofOffice > 0);
  put('deeds', Math.min(4, ofOffice) / 4);
  put(
    'told as a pair',
    sure.some((f) => f.own.some((r) => r.kind === 'pair' || r.kind === 'frame')),
  );
}

function putAccused(put: Put, { accused }: Sealed, { reading: { text }, lists }: PaperFound): void {
  const trades = lists.all('trades');
  const inTrade = (name: string) => {
    const at = text.indexOf(name);
    return trades.some(({ start, end }) => start < at && at - end <= nearTrade);
  };
  const told = accused.filter((a) => a.name === null || (text.includes(a.name) && !inTrade(a.name)));
  const named = told.filter((a) => a.name !== null && !isGreeted(text, a.name));
  put('accused named', named.length > 0);
  put(
    'accused with post',
    named.some((a) => a.position !== null),
  );
  put(
    'accused by post',
    told.some((a) => a.position !== null && !isGreeted(text, a.name ?? a.position)),
  );
  put(
    'accused in trade',
    accused.some((a) => a.name !== null && inTrade(a.name)),
  );
  put('several accused', named.length > 1);
  const bodies = accused.filter((a) => a.name === null && a.organisation !== null);
  put(
    'body accused',
    bodies.some((a) => !firm.test(a.organisation!)),
  );
  put(
    'firm accused',
    bodies.some((a) => firm.test(a.organisation!)),
  );
}

/** What somebody could go and look up. */
const checkable: ReadonlySet<EntityType> = new Set<EntityType>([
  'money',
  'date',
  'project',
  'place',
  'document-number',
]);

/** A post stands close to what is told of, and is not merely greeted. */
function nearAnOffice({ reading, lists, findings }: PaperFound): boolean {
  const posts = lists.all('officials').filter((o) => !inSalutation(reading.text, o.start, o.end));
  const deeds = [
    ...findings.filter((f) => f.score >= telling).flatMap((f) => f.own),
    ...lists.all('report.strong'),
  ].slice(0, 60);
  return deeds.some((deed) => posts.some((o) => Math.abs(o.start - deed.start) <= nearOffice));
}
