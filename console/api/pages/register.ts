import {
  channels,
  clueSources,
  type Language,
  petitionClasses,
  qualityFlags,
} from '../../../domain/index.js';
import type { RecordLine, RegisterCounts } from '../../../register/index.js';
import { type Html, html } from '../html.js';
import { addressOf, type ConsoleQuery, pageSize } from '../query.js';
import { doubtedSum, marked } from './doubts.js';
import { layout } from './layout.js';
import { flagList, number, tenThousands, term } from './terms.js';
import { type Words, words } from './words/index.js';

export interface RegisterView {
  language: Language;
  query: ConsoleQuery;
  counts: RegisterCounts;
  total: number;
  lines: readonly RecordLine[];
  /** All topics of the lexicon. */
  topics: readonly { code: string; name: string }[];
}

/** The register: counts, filters, one page of lines. */
export function registerPage(view: RegisterView): Html {
  const { language, query, counts, total, lines } = view;
  const w = words[language];
  const clues = Object.values(counts.clues).reduce((sum, n) => sum + n, 0);
  const isNew = clues === 0 && counts.documents.due === 0;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const body = html`<h1>${w.register}</h1>
${overview(view, clues, w)}
${
  isNew
    ? html`<section class="empty"><h2>${w.emptyTitle}</h2><p>${w.emptyBegin}</p><p><code>${w.emptyCommand}</code></p></section>`
    : html`${filters(view, w)}
<p class="found" role="status">${total === 0 ? w.foundNone : w.found(total, query.page ?? 1, pages)}</p>
${lines.length > 0 && table(view, w)}
${paging(query, pages, w)}`
}`;
  return layout({ language, title: w.register, here: 'register', body });
}

function overview({ language, counts, query }: RegisterView, clues: number, w: Words): Html {
  const tile = (label: string, n: number, href: string, kind: string, current = false) =>
    html`<li class="${kind}"><a href="${href}"${current && html` aria-current="true"`}><b>${number(n)}</b> ${label}</a></li>`;
  return html`<section aria-label="${w.counts}"><ul class="tiles">
${tile(w.all, clues, '/', 'tile')}
${Object.keys(petitionClasses).map((key) =>
  tile(
    term(petitionClasses, key, language),
    counts.clues[key] ?? 0,
    addressOf({ class: key as ConsoleQuery['class'] }),
    'tile',
    query.class === key,
  ),
)}
</ul>
<ul class="tiles">${tile(w.review, counts.items.review, '/queue', counts.items.review > 0 ? 'tile attention' : 'tile')}
${tile(w.failed, counts.documents.failed, '/queue', counts.documents.failed > 0 ? 'tile attention' : 'tile')}
${counts.documents.due > 0 && tile(w.inProgress, counts.documents.due, '/queue', 'tile')}
</ul></section>`;
}

function filters({ language, query, topics }: RegisterView, w: Words): Html {
  const option = (value: string, label: string, chosen: string | undefined) =>
    html`<option value="${value}"${value === (chosen ?? '') && html` selected`}>${label}</option>`;
  return html`<form class="filters" method="get" action="/" role="search" aria-label="${w.filters}">
<div><label for="class">${w.petitionClass}</label><select id="class" name="class">${option('', w.all, query.class)}${Object.keys(
    petitionClasses,
  ).map((key) => option(key, term(petitionClasses, key, language), query.class))}</select></div>
<div><label for="topic">${w.topic}</label><select id="topic" name="topic">${option('', w.all, query.topic)}${topics.map(
    ({ code, name }) => option(code, `${code} ${name}`, query.topic),
  )}</select></div>
<div><label for="flag">${w.quality}</label><select id="flag" name="flag">${option('', w.all, query.flag)}${Object.keys(
    qualityFlags,
  ).map((key) => option(key, term(qualityFlags, key, language), query.flag))}</select></div>
<div><label for="accused">${w.accused}</label><input id="accused" name="accused" value="${query.accused}" maxlength="40" size="15" placeholder="${w.accusedHint}" autocomplete="off"></div>
<div><label for="since">${w.since}</label><input id="since" name="since" type="date" value="${query.since}"></div>
<div><label for="until">${w.until}</label><input id="until" name="until" type="date" value="${query.until}"></div>
<div class="wide"><label for="words">${w.words}</label><input id="words" name="words" type="search" value="${query.words}" maxlength="200" placeholder="${w.wordsHint}" autocomplete="off"></div>
<div><label for="order">${w.order}</label><select id="order" name="order">${option('', w.newest, query.order === 'oldest' ? 'oldest' : '')}${option('oldest', w.oldest, query.order)}</select></div>
<div class="buttons"><button type="submit">${w.search}</button><a href="/">${w.reset}</a></div>
</form>`;
}

function table({ language, lines, topics }: RegisterView, w: Words): Html {
  const names = new Map(topics.map(({ code, name }) => [code, name]));
  const row = (line: RecordLine) => html`<tr>
<th scope="row" class="no"><a href="/clues/${encodeURIComponent(line.clueNo)}">${line.clueNo}</a></th>
<td class="day">${line.receivedOn}</td>
<td class="short">${term(petitionClasses, line.petitionClass, language)}</td>
<td class="title"><a href="/clues/${encodeURIComponent(line.clueNo)}">${line.title}</a></td>
<td>${line.accused.map((name, i) => html`${i > 0 && w.and}<span class="name">${marked(name, line.doubts.accused[i] ?? [], w)}</span>`)}</td>
<td>${line.topics.map((code) => html`<abbr class="topic" title="${names.get(code) ?? code}">${code}</abbr> `)}</td>
<td class="number" data-label="${w.amount}">${line.amount !== null && doubtedSum(tenThousands(line.amount), line.doubts.amount, w)}</td>
<td class="short">${term(clueSources, line.source, language)} / ${term(channels, line.channel, language)}</td>
<td class="number" data-label="${w.sourceCount}">${line.sources}</td>
<td>${flagList(line.flags, language)}</td>
</tr>`;
  const heads = [
    [w.clueNo],
    [w.receivedOn],
    [w.petitionClass],
    [w.title],
    [w.accused],
    [w.topic],
    [w.amount, 'number'],
    [w.sourceAndChannel],
    [w.sourceCount, 'number'],
    [w.quality],
  ] as const;
  return html`<table class="register"><thead><tr>${heads.map(
    ([label, kind]) => html`<th scope="col" class="${kind}">${label}</th>`,
  )}</tr></thead><tbody>
${lines.map(row)}
</tbody></table>`;
}

function paging(query: ConsoleQuery, pages: number, w: Words): Html | null {
  const page = query.page ?? 1;
  if (pages === 1) return null;
  const link = (to: number, label: string, rel: string) =>
    to >= 1 && to <= pages && html`<a rel="${rel}" href="${addressOf({ ...query, page: to })}">${label}</a>`;
  return html`<nav class="paging" aria-label="${w.paging}">${link(page - 1, w.previous, 'prev')} ${link(page + 1, w.next, 'next')}</nav>`;
}
