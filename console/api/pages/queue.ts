import { describeError, type Language, laneNames } from '../../../domain/index.js';
import { type Html, html } from '../html.js';
import { knownCode, mostTroubles, type Status } from '../status.js';
import { layout } from './layout.js';
import { number } from './terms.js';
import { type Words, words } from './words/index.js';

const secondsBetweenLoads = 5;

/** What is where: lanes, files, pages, and what waits for a person. */
export function queuePage(language: Language, status: Status, paused: boolean): Html {
  const w = words[language];
  const { documents, pages, items, oldestDueSeconds, ...counts } = status.register;
  const fact = (label: string, n: number) => html`<div><dt>${label}</dt><dd>${number(n)}</dd></div>`;
  const body = html`<h1>${w.queue}</h1>
<p class="note">${paused ? w.paused : w.refreshes} ${
    paused ? html`<a href="/queue">${w.resume}</a>` : html`<a href="/queue?paused=1">${w.pause}</a>`
  }</p>
<section><h2>${w.documents}</h2>
<dl class="figures">
${fact(w.files, counts.files)}${fact(w.originals, counts.originals)}
${fact(w.due, documents.due)}${fact(w.done, documents.done)}${fact(w.failed, documents.failed)}
${fact(w.pagesWaiting, pages.waiting)}${fact(w.pagesRead, pages.recognised)}
${fact(w.itemsFiled, items.filed)}${fact(w.itemsReview, items.review)}
</dl>
${oldestDueSeconds !== null && html`<p>${w.oldestDue} ${w.duration(Math.max(0, oldestDueSeconds))}</p>`}
</section>
<section><h2>${w.lanes}</h2>${lanesTable(status, language, w)}</section>
<section><h2>${w.troubles}</h2>${troubleTable(status, language, w)}</section>`;
  return layout({
    language,
    title: w.queue,
    here: 'queue',
    refreshSeconds: paused ? undefined : secondsBetweenLoads,
    body,
  });
}

function lanesTable({ lanes }: Status, language: Language, w: Words): Html {
  if (lanes === null)
    return html`<p class="warning" role="alert"><strong>${w.queueAway}</strong> ${w.queueAwayNote}</p>`;
  const heads = [w.waiting, w.active, w.delayed];
  return html`<table class="narrow"><thead><tr><th scope="col">${w.lane}</th>${heads.map(
    (label) => html`<th scope="col" class="number">${label}</th>`,
  )}</tr></thead><tbody>${(Object.keys(lanes) as (keyof typeof lanes)[]).map(
    (
      lane,
    ) => html`<tr><th scope="row">${laneNames[lane][language]}</th><td class="number">${number(lanes[lane].waiting)}</td>
<td class="number">${number(lanes[lane].active)}</td><td class="number">${number(lanes[lane].delayed)}</td></tr>`,
  )}</tbody></table>`;
}

/** One row a reason, with the receipts that wait for it. */
function troubleTable({ troubles }: Status, language: Language, w: Words): Html {
  if (troubles.length === 0) return html`<p>${w.noTroubles}</p>`;
  const codes = [...new Set(troubles.map((t) => t.code))];
  const byHand = troubles.find((t) => t.code !== 'items.classified');
  return html`<table><thead><tr><th scope="col">${w.what}</th><th scope="col">${w.remedy}</th>
<th scope="col">${w.receipts}</th></tr></thead><tbody>${codes.map((code) => {
    const { message, remedy } = describeError(knownCode(code), {}, language);
    const files = troubles.filter((t) => t.code === code);
    return html`<tr><th scope="row">${general(message)}<br><code>${code}</code></th><td>${remedy}</td>
<td><ul class="receipts">${files.map((t) => html`<li>${t.paper} · ${t.arrivedOn} · ${placeOf(t, w)}</li>`)}</ul></td></tr>`;
  })}</tbody></table>
${byHand && html`<p class="note">${w.byHand} <code>qidi register ${byHand.paper} --class ${w.byHandCommand}</code></p>`}
${troubles.length === mostTroubles && html`<p class="note">${w.moreTroubles(mostTroubles)}</p>`}`;
}

function placeOf({ name, member, row }: Status['troubles'][number], w: Words): string {
  return [name, member, row === null ? null : w.rowOf(row)].filter((part) => part !== null).join(' › ');
}

/** A count is of many files: the brackets that name one file's particulars are left out. */
function general(message: string): string {
  return message.replace(/\s?[（(]…[）)]/, '');
}
