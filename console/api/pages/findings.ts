import {
  doubtsOf,
  entityTypeKeys,
  entityTypes,
  isByPerson,
  type Language,
  type RegisterRecord,
} from '../../../domain/index.js';
import { type Html, html } from '../html.js';
import { addressOf } from '../query.js';
import { marked } from './doubts.js';
import { contextOf, groupBy, placeLinks, quoteList } from './places.js';
import { number, term } from './terms.js';
import { type Words, words } from './words/index.js';

export interface View {
  record: RegisterRecord;
  /** For every source the one whose text is shown for it. */
  shown: readonly number[];
  language: Language;
}
type Entity = RegisterRecord['entities'][number];

export const section = (id: string, title: string, body: Html) =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`;

export function accusedSection({ record, shown, language }: View): Html {
  const w = words[language];
  if (record.accused.length === 0) return section('accused', w.accused, html`<p>${w.none}</p>`);
  return section(
    'accused',
    w.accused,
    html`<table><thead><tr><th scope="col">${w.name}</th><th scope="col">${w.organisation}</th><th scope="col">${w.position}</th><th scope="col">${w.evidence}</th></tr></thead>
<tbody>${record.accused.map(
      ({ name, organisation, position, evidence }) =>
        html`<tr><th scope="row" class="person">${
          name === null
            ? w.unknown
            : html`<a href="${addressOf({ accused: name })}" title="${w.allOf(name)}">${doubted(name, record, w)}</a>`
        }</th><td>${doubted(organisation, record, w)}</td><td>${doubted(position, record, w)}</td><td>${placeLinks(evidence, shown, w)}</td></tr>`,
    )}</tbody></table>`,
  );
}

/** The word with the characters marked that recognition is not sure of. */
function doubted(word: string | null, record: RegisterRecord, w: Words): Html | null {
  return word === null ? null : marked(word, doubtsOf(word, record), w);
}

/** Topics or offences: code, name, score, and the quotes that prove them. */
export function tagsSection({ record, shown, language }: View, kind: 'topics' | 'offences'): Html {
  const w = words[language];
  const tags: RegisterRecord['topics'] = record[kind];
  if (tags.length === 0) return section(kind, w[kind], html`<p>${w.none}</p>`);
  return section(
    kind,
    w[kind],
    html`${tags.some((t) => !isByPerson(t)) && html`<p class="note">${w.machineNote}</p>`}<ul class="tags">${tags.map(
      (tag) =>
        html`<li><p>${kind === 'topics' && html`<span class="topic">${tag.code}</span> `}<strong>${tag.name}</strong> <span class="score">${isByPerson(tag) ? w.setByPerson : html`${w.score} ${tag.score.toFixed(2)}`}</span></p>${quoteList(tag.evidence, shown, w)}</li>`,
    )}</ul>`,
  );
}

/** Sums by size, then times in their order, each with the words around it. */
export function moneyAndTimeSection({ record, shown, language }: View): Html | null {
  const w = words[language];
  const of = (type: Entity['type']) => record.entities.filter((e) => e.type === type);
  const byText = (a: Entity, b: Entity) => (String(a.value) < String(b.value) ? -1 : 1);
  const entities = [
    ...of('money').sort((a, b) => Number(b.value) - Number(a.value)),
    ...of('date').sort(byText),
  ];
  if (entities.length === 0) return null;
  return section(
    'money-and-time',
    w.moneyAndTime,
    html`<table><thead><tr><th scope="col">${w.value}</th><th scope="col">${w.context}</th><th scope="col">${w.places}</th></tr></thead>
<tbody>${grouped(entities).map(
      (same) =>
        html`<tr><th scope="row" class="value">${readableValue(same[0]!, w)}</th><td>${contextOf(record, same[0]!)}</td><td>${placeLinks(same, shown, w)}</td></tr>`,
    )}</tbody></table>`,
  );
}

/** All other entities, by type. */
export function entitiesSection({ record, shown, language }: View): Html | null {
  const w = words[language];
  const types = entityTypeKeys.filter((type) => type !== 'money' && type !== 'date');
  const bodies = types.flatMap((type) => {
    const groups = grouped(record.entities.filter((e) => e.type === type));
    if (groups.length === 0) return [];
    return html`<tbody><tr><th scope="rowgroup" colspan="2" class="group">${term(entityTypes, type, language)}（${groups.length}）</th></tr>${groups.map(
      (same) =>
        html`<tr><td>${withDoubts(same[0]!, w)}${otherForm(same[0]!, w)}</td><td>${placeLinks(same, shown, w)}</td></tr>`,
    )}</tbody>`;
  });
  if (bodies.length === 0) return null;
  return section(
    'entities',
    w.entities,
    html`<table class="entities"><thead><tr><th scope="col">${w.asWritten}</th><th scope="col">${w.places}</th></tr></thead>${bodies}</table>`,
  );
}

/** The word as it was read here, with the characters marked that recognition is not sure of. */
function withDoubts({ text, start, doubtful = [] }: Entity, w: Words): Html {
  return marked(
    text,
    doubtful.map((d) => ({ start: d.start - start, end: d.end - start })),
    w,
  );
}

/** The same thing written at several places is one row. */
function grouped(entities: readonly Entity[]): Entity[][] {
  return groupBy(entities, (e) => `${e.type} ${e.value ?? ''} ${e.value === null ? e.text : ''}`);
}

function readableValue({ type, text, value }: Entity, w: Words): string | null {
  if (value === null || value === text) return null;
  if (type === 'money' && typeof value === 'number') return w.money(value);
  if (type === 'area' && typeof value === 'number') return w.squareMetres(number(value));
  if (type === 'date') return String(value).replace('/', w.range);
  return String(value);
}

/** The normal form, where it says more than what was written. */
function otherForm(entity: Entity, w: Words): Html | null {
  const value = readableValue(entity, w);
  const bare = (text: string) => text.replace(/\s/g, '');
  return value === null || bare(value) === bare(entity.text)
    ? null
    : html` <span class="form">${value}</span>`;
}
