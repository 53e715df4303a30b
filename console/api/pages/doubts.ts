import type { Span } from '../../../domain/index.js';
import { type Html, html } from '../html.js';
import type { Words } from './words/index.js';

/** The word with the characters marked that recognition is not sure of. */
export function marked(word: string, doubts: readonly Span[], w: Words): Html {
  let at = 0;
  const parts = doubts.map(({ start, end }) => {
    const before = word.slice(at, start);
    at = end;
    return html`${before}<mark class="doubt" title="${w.doubtful}">${word.slice(start, end)}</mark>`;
  });
  return html`${parts}${word.slice(at)}`;
}

/** A sum at issue, marked where recognition is not sure of it. */
export const doubtedSum = (sum: string, doubted: boolean, w: Words): Html =>
  doubted ? html`<mark class="doubt" title="${w.doubtful}">${sum}</mark>` : html`${sum}`;
