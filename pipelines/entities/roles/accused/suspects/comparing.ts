import type { Evidence } from '../../../../weighing/index.js';
import type { PersonMention } from '../../../names/index.js';
import type { Reading } from '../../reading.js';
import { isSelfReport } from '../../self-report.js';
import { papersAims } from '../aim.js';

const posts = ['office', 'post behind', 'post before'] as const;

interface Compared {
  mentions: readonly PersonMention[];
  evidence: Evidence;
}

/** Adds what is seen only beside the others and in the whole paper: who comes first, who is named most, who alone holds office. */
export function compareSuspects(suspects: readonly Compared[], reading: Reading): void {
  const { text, official } = reading;
  const aims = papersAims(reading);
  const all = suspects.reduce((sum, s) => sum + s.mentions.length, 0);
  const most = Math.max(...suspects.map((s) => s.mentions.length));
  const offices = suspects.filter((s) => posts.some((post) => s.evidence.has(post)));
  const acting = suspects.filter(
    (s) => s.evidence.has('acts') || s.evidence.has('is given') || s.evidence.has('acts as he'),
  );
  const inOffice = new Set(offices);
  const inAct = new Set(acting);
  const self = isSelfReport(reading);
  for (const suspect of suspects) {
    const { evidence, mentions } = suspect;
    const mark = (what: string, so: boolean) => so && evidence.set(what, 1);
    evidence.set('mentions', 1 - 2 ** (1 - mentions.length));
    evidence.set('share', mentions.length / all);
    mark('most named', mentions.length === most && suspects.length > 1);
    mark('once', mentions.length === 1);
    mark('alone', suspects.length === 1);
    mark('first in office', offices[0] === suspect);
    mark('alone in office', offices.length === 1 && offices[0] === suspect);
    mark('none in office', offices.length === 0);
    mark('none in office, acts', offices.length === 0 && inAct.has(suspect));
    mark('none in office, most named', offices.length === 0 && mentions.length === most);
    mark('others in office', offices.length > (inOffice.has(suspect) ? 1 : 0));
    mark('office, none acts', inOffice.has(suspect) && acting.length === 0);
    mark('office, acts', inOffice.has(suspect) && inAct.has(suspect));
    mark('spared, acts', evidence.has('spared') && inAct.has(suspect));
    mark('first to act', acting[0] === suspect);
    mark('alone to act', acting.length === 1 && acting[0] === suspect);
    mark('others act', acting.length > (inAct.has(suspect) ? 1 : 0));
    evidence.set('persons', Math.log2(suspects.length + 1) / 4);
    evidence.set('officials', Math.log2(offices.length + 1) / 4);
    mark('official paper', official);
    mark('self-report', self);
    for (const aim of aims) mark(`in a paper that ${aim}`, true);
    const [first] = mentions;
    evidence.set('depth', first!.start / text.length);
    mark('late', first!.start > 0.8 * text.length);
    mark('early', first!.start < 0.2 * text.length);
    for (const form of new Set(mentions.map((m) => m.form))) evidence.set(`form ${form}`, 1);
    mark(
      'never whole',
      mentions.every((m) => m.value === m.text && m.form !== 'full' && m.form !== 'forced'),
    );
    if (mentions.length === 1) seeAgainOfOnce(evidence);
  }
}

/** What is seen of somebody who is named once says something else than of one who is named again and again. */
function seeAgainOfOnce(evidence: Evidence): void {
  // Words are too rare to be told apart: next=的.
  const seen = [...evidence].filter(([what]) => what !== 'once' && !what.includes('='));
  for (const [what, much] of seen) evidence.set(`once: ${what}`, much);
}
