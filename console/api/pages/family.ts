import {
  correctedFields,
  decisionKinds,
  describeReasons,
  informantKinds,
  type Language,
  linkKinds,
  linkStrengths,
  paperName,
  placementOf,
  type RecordDecision,
  type RegisterRecord,
  sourceReasons,
} from '../../../domain/index.js';
import type { MaskedField } from '../../../office/index.js';
import { type Html, html } from '../html.js';
import { section, type View } from './findings.js';
import { percent, term } from './terms.js';
import { type Words, words } from './words/index.js';

const clueLink = (clueNo: string) => html`<a href="/clues/${encodeURIComponent(clueNo)}">${clueNo}</a>`;

/** Other clues that this one is linked with: how strongly, and by what. */
export function linkedSection({ record, language }: View): Html | null {
  const w = words[language];
  if (record.linked.length === 0) return null;
  const heads = [w.clueNo, w.strength, w.why];
  return section(
    'linked',
    w.linked,
    html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${record.linked.map(
      ({ clueNo, why, strength, confirmed }) =>
        html`<tr><th scope="row" class="no">${clueLink(clueNo)}</th><td>${confirmed ? html`<strong>${w.confirmed}</strong>` : term(linkStrengths, strength, language)}</td><td><ul class="plain">${describeReasons(
          why,
          linkKinds,
          language,
        ).map((reason) => html`<li>${reason}</li>`)}</ul></td></tr>`,
    )}</tbody></table>`,
  );
}

/** What is masked as an informant's, by the numbers by which a person says that it is none, and how that is said. */
export function maskedSection(
  { record: { clueNo }, language }: View,
  masked: readonly MaskedField[],
): Html | null {
  const w = words[language];
  if (masked.length === 0) return null;
  return section(
    'masked',
    w.masked,
    html`<ol>${masked.map(
      ({ kind, receipt, quotes }) =>
        html`<li>${term(informantKinds, kind, language)}${receipt !== null && html` <span class="note">${paperName(receipt)}</span>`}<ul class="plain">${quotes.map((quote) => html`<li><bdi>${quote}</bdi></li>`)}</ul></li>`,
    )}</ol><p class="note">${w.howToUnmask(clueNo)}</p>`,
  );
}

/** What people decided about the clue, undone decisions with what undid them. */
export function decisionsSection({ record, language }: View): Html | null {
  const w = words[language];
  if (record.decisions.length === 0) return null;
  const heads = [w.decisionNo, w.day, w.decidedBy, w.decision, w.why];
  const what = ({ kind, from, to, undoes, fields }: RecordDecision) =>
    kind === 'correct' || kind === 'register'
      ? html`${term(decisionKinds, kind, language)} ${fields.map((field) => correctedFields[field][language]).join(w.and)}`
      : undoes === null
        ? html`${term(decisionKinds, kind, language)}${from !== to && html` ${clueLink(from)} → ${clueLink(to)}`}`
        : html`${term(decisionKinds, kind, language)} ${undoes}`;
  return section(
    'decisions',
    w.decisions,
    html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${record.decisions.map(
      (d) =>
        html`<tr id="decision-${d.id}"><th scope="row">${d.id}</th><td>${d.at.slice(0, 10)}</td><td><bdi>${d.by}</bdi></td><td>${what(d)}${d.undoneBy !== null && html` <span class="note">${w.undoneBy(d.undoneBy)}</span>`}</td><td><bdi>${d.reason}</bdi></td></tr>`,
    )}</tbody></table>`,
  );
}

/** How a source relates to the one that it is most like, why, and who put it here if a person did. */
export function relationFacts(
  { clueNo, sources, decisions }: RegisterRecord,
  index: number,
  language: Language,
): { label: string; value: Html }[] {
  const w: Words = words[language];
  const { id, similarity, resembles, why } = sources[index]!;
  const placed = placementOf(clueNo, id, decisions);
  const reasons = describeReasons(why, sourceReasons, language);
  return [
    ...(resembles === null
      ? []
      : [
          {
            label: w.similarity,
            value: html`${percent(similarity)} <a href="#source-${resembles + 1}">${w.sourceNo(resembles + 1)}</a>`,
          },
        ]),
    ...(reasons.length > 0
      ? [
          {
            label: w.relationWhy,
            value: html`${reasons.map((r) => html`<span class="reason">${r}</span>`)}`,
          },
        ]
      : []),
    ...(placed
      ? [
          {
            label: placed.kind === 'register' ? w.registeredBy : w.placedBy,
            value: html`<bdi>${placed.by}</bdi> <a href="#decision-${placed.id}">${w.decisionNo} ${placed.id}</a>`,
          },
        ]
      : []),
  ];
}
