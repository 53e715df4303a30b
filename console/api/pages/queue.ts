import { describeError, type Language } from '../../../domain/index.js';
import { type Html, html } from '../html.js';
import { knownCode, type Status } from '../status.js';
import { layout } from './layout.js';
import { number } from './terms.js';
import { type Words, words } from './words.js';

const secondsBetweenLoads = 5;

/** What is where: lanes, files, pages, failures. */
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
${items.review > 0 && html`<p class="note">${w.reviewNote}</p>`}
</section>
<section><h2>${w.lanes}</h2>${lanesTable(status, w)}</section>
<section><h2>${w.failures}</h2>${failureTable(status, language, w)}</section>`;
  return layout({
    language,
    title: w.queue,
    here: 'queue',
    refreshSeconds: paused ? undefined : secondsBetweenLoads,
    body,
  });
}

function lanesTable({ lanes }: Status, w: Words): Html {
  if (lanes === null)
    return html`<p class="warning" role="alert"><strong>${w.queueAway}</strong> ${w.queueAwayNote}</p>`;
  const heads = [w.waiting, w.active, w.delayed];
  return html`<table class="narrow"><thead><tr><th scope="col">${w.lane}</th>${heads.map(
    (label) => html`<th scope="col" class="number">${label}</th>`,
  )}</tr></thead><tbody>${(Object.keys(lanes) as (keyof typeof lanes)[]).map(
    (
      lane,
    ) => html`<tr><th scope="row">${w.laneNames[lane]}</th><td class="number">${number(lanes[lane].waiting)}</td>
<td class="number">${number(lanes[lane].active)}</td><td class="number">${number(lanes[lane].delayed)}</td></tr>`,
  )}</tbody></table>`;
}

function failureTable({ register: { failures } }: Status, language: Language, w: Words): Html {
  if (failures.length === 0) return html`<p>${w.noFailures}</p>`;
  return html`<table><thead><tr><th scope="col">${w.code}</th><th scope="col" class="number">${w.failedFiles}</th>
<th scope="col">${w.what}</th><th scope="col">${w.remedy}</th></tr></thead><tbody>${failures.map(
    ({ code, files }) => {
      const { message, remedy } = describeError(knownCode(code), {}, language);
      return html`<tr><th scope="row"><code>${code}</code></th><td class="number">${number(files)}</td><td>${general(message)}</td><td>${remedy}</td></tr>`;
    },
  )}</tbody></table>`;
}

/** A count is of many files: the brackets that name one file's particulars are left out. */
function general(message: string): string {
  return message.replace(/\s?[（(]…[）)]/, '');
}
