import {
  channels,
  clueSources,
  enginesOf,
  isSumDoubted,
  type Language,
  petitionClasses,
  type RegisterRecord,
  signatures,
  statuses,
} from '../../../domain/index.js';
import type { MaskedField } from '../../../office/index.js';
import { type Html, type HtmlValue, html } from '../html.js';
import { doubtedSum } from './doubts.js';
import { decisionsSection, linkedSection, maskedSection } from './family.js';
import { accusedSection, entitiesSection, moneyAndTimeSection, tagsSection } from './findings.js';
import { layout } from './layout.js';
import { shownSources } from './places.js';
import { sourcesSection } from './sources.js';
import { flagList, percent, term } from './terms.js';
import { type Words, words } from './words/index.js';

/** One record: its facts, what was found with its proof, and the texts with everything marked. */
export function recordPage(
  language: Language,
  record: RegisterRecord,
  masked: readonly MaskedField[] = [],
): Html {
  const w = words[language];
  const view = { record, shown: shownSources(record), language };
  const body = html`<p class="crumbs"><a href="/">${w.register}</a> › ${record.clueNo}</p>
<h1>${record.title}</h1>
${facts(record, language)}
<p class="note sealed">${w.sealed}</p>
<div class="columns">
<div class="findings">
<section aria-labelledby="summary"><h2 id="summary">${w.summary}</h2><p class="summary">${record.summary}</p></section>
${accusedSection(view)}
${tagsSection(view, 'topics')}
${tagsSection(view, 'offences')}
${linkedSection(view)}
${maskedSection(view, masked)}
${decisionsSection(view)}
${moneyAndTimeSection(view)}
${entitiesSection(view)}
</div>
${sourcesSection(record, view.shown, language)}
</div>`;
  return layout({ language, title: `${record.clueNo} ${record.title}`, body });
}

/** Where the texts come from: what people typed was read by no machine. */
function readingOf({ sources, quality }: RegisterRecord, w: Words): string {
  const typed = sources.filter((s) => s.typed).length;
  const read = quality.ocr ? w.readByOcr(percent(quality.confidence), enginesOf(sources)) : w.readDirectly;
  return typed === sources.length ? w.typedByPerson : typed > 0 ? w.partlyTyped(read) : read;
}

function facts(record: RegisterRecord, language: Language): Html {
  const w = words[language];
  const { actedFrom, actedTo, quality } = record;
  const fact = (label: string, value: HtmlValue) =>
    value !== null && value !== false && html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<dl class="facts head" aria-label="${w.basics}">
${fact(w.clueNo, html`<b>${record.clueNo}</b>`)}
${fact(w.receivedOn, record.receivedOn)}
${fact(w.petitionClass, term(petitionClasses, record.petitionClass, language))}
${fact(w.status, term(statuses, record.status, language))}
${fact(w.source, term(clueSources, record.source, language))}
${fact(w.channel, term(channels, record.channel, language))}
${fact(w.signature, term(signatures, record.signature, language))}
${fact(w.sourceCount, record.sources.length)}
${fact(w.sum, record.amount !== null && doubtedSum(w.money(record.amount), isSumDoubted(record.amount, record), w))}
${fact(w.acted, actedFrom === null && actedTo === null ? null : [actedFrom, actedFrom !== actedTo && [w.range, actedTo]])}
${fact(w.disposition, record.disposition)}
${fact(w.assignedTo, record.assignedTo)}
${fact(w.dueOn, record.dueOn)}
${fact(w.reading, readingOf(record, w))}
${fact(w.quality, quality.flags.length > 0 && flagList(quality.flags, language))}
</dl>`;
}
