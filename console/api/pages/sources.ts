import {
  entityTypes,
  type Language,
  paperName,
  type RegisterRecord,
  relations,
} from '../../../domain/index.js';
import { type Html, html } from '../html.js';
import { type Mark, type Segment, segmentLines } from '../marks.js';
import { relationFacts } from './family.js';
import { anchorOf } from './places.js';
import { term } from './terms.js';
import { type Words, words } from './words/index.js';

const kinds = ['topic', 'offence', 'accused', 'entity', 'doubt'] as const satisfies readonly Mark['kind'][];

/** Every source with its relation and, where it is not the very text of an earlier one, its marked text. */
export function sourcesSection(record: RegisterRecord, shown: readonly number[], language: Language): Html {
  const w = words[language];
  const { sources } = record;
  return html`<section class="papers" aria-labelledby="papers"><h2 id="papers">${w.sources}</h2>
${
  sources.length > 1 &&
  html`<nav class="sources" aria-label="${w.sources}"><ul>${sources.map(
    (s, i) =>
      html`<li><a href="#source-${i + 1}">${w.sourceNo(i + 1)}</a> ${s.receivedOn} ${term(relations, s.relation, language)}</li>`,
  )}</ul></nav>`
}
<p class="legend"><span>${w.legend}</span> ${kinds.filter((kind) => kind !== 'doubt' || sources.some((s) => s.doubtful.length > 0)).map((kind) => html`<mark class="${kind}">${w.kinds[kind]}</mark> `)}</p>
${sources.map((_, i) => sourceArticle(record, i, shown, language))}
</section>`;
}

function sourceArticle(
  record: RegisterRecord,
  index: number,
  shown: readonly number[],
  language: Language,
): Html {
  const w = words[language];
  const source = record.sources[index]!;
  const fact = (label: string, value: Html | string | number) =>
    html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  const same = shown[index]!;
  return html`<article class="source" id="source-${index + 1}" aria-labelledby="source-${index + 1}-title">
<h3 id="source-${index + 1}-title">${w.sourceNo(index + 1)}</h3>
<dl class="facts">
${fact(w.sourceId, `S${source.id}`)}
${fact(w.receipt, paperName(source.receipt))}
${fact(w.receivedOn, source.receivedOn)}
${fact(w.relation, html`<strong>${term(relations, source.relation, language)}</strong>`)}
${relationFacts(record, index, language).map(({ label, value }) => fact(label, value))}
${fact(w.file, html`<bdi>${source.file}</bdi>`)}
${source.member !== null && fact(w.member, html`<bdi>${source.member}</bdi>`)}
${source.label !== null && fact(w.sheet, html`<bdi>${source.label}</bdi>`)}
${source.row !== null && fact(w.row, source.row)}
${source.page > 1 && fact(w.firstPage, source.page)}
</dl>
${source.typed && html`<p class="note">${w.typed}</p>`}
${
  source.newFacts.length > 0 &&
  html`<div class="new-facts"><h4>${w.newFacts}</h4><ul>${source.newFacts.map((text) => html`<li>${text}</li>`)}</ul></div>`
}
${
  same === index
    ? markedText(source.text, index, marksOf(record, index, shown, language), w)
    : html`<p class="note">${w.sameText(same + 1)} <a href="#source-${same + 1}">${w.sourceNo(same + 1)}</a></p>`
}
</article>`;
}

/** Everything that points into the source's text, or into a source with the very same text; and what is doubted of it. */
function marksOf(
  record: RegisterRecord,
  index: number,
  shown: readonly number[],
  language: Language,
): Mark[] {
  const { text, doubtful } = record.sources[index]!;
  const here = (e: { source: number }) => shown[e.source] === index;
  const tags = (kind: 'topic' | 'offence', list: RegisterRecord['topics']) =>
    list.flatMap(({ code, name, evidence }) =>
      evidence.filter(here).map(({ start, end }): Mark => {
        // A topic's code is what its table shows; an offence has a name only.
        const own = kind === 'topic' ? code : null;
        return { kind, start, end, label: own ? `${code} ${name}` : name, code: own };
      }),
    );
  return [
    ...tags('topic', record.topics),
    ...tags('offence', record.offences),
    ...record.accused.flatMap(({ evidence }) =>
      evidence.filter(here).map(
        ({ start, end }): Mark => ({
          kind: 'accused',
          start,
          end,
          label: words[language].accused,
          code: null,
        }),
      ),
    ),
    ...record.entities.filter(here).map(
      ({ type, start, end }): Mark => ({
        kind: 'entity',
        start,
        end,
        label: term(entityTypes, type, language),
        code: null,
      }),
    ),
    ...doubtful
      // What is masked cannot be read, surely or not.
      .filter(({ start, end }) => !text.slice(start, end).includes('▇'))
      .map((span): Mark => ({ ...span, kind: 'doubt', label: words[language].doubtful, code: null })),
  ];
}

function markedText(text: string, source: number, marks: readonly Mark[], w: Words): Html {
  if (text.trim() === '') return html`<p class="note">${w.noText}</p>`;
  const piece = (segment: Segment) => {
    const part = text.slice(segment.start, segment.end);
    if (segment.marks.length === 0) return part;
    const present = kinds.filter((kind) => segment.marks.some((mark) => mark.kind === kind));
    const labels = [...new Set(segment.marks.map((mark) => mark.label))].join('；');
    return html`<mark class="${present.join(' ')}" title="${labels}"${
      segment.opens && html` id="${anchorOf(source, segment.start)}"`
    }${segment.closes.length > 0 && html` data-codes="${segment.closes.join(' ')}"`}>${part}</mark>`;
  };
  return html`<div class="letter">${segmentLines(text, marks)
    .filter((line) => line.length > 0)
    .map((line) => html`<p>${line.map(piece)}</p>`)}</div>`;
}
