import type { Language } from '../../../domain/index.js';
import { type Html, html } from '../html.js';
import { layout } from './layout.js';
import { words } from './words/index.js';

/** What every error answers, as JSON or on a page. */
export interface Problem {
  code: string;
  message: string;
  remedy: string;
}

export function errorPage(language: Language, { code, message, remedy }: Problem): Html {
  const w = words[language];
  return layout({
    language,
    title: w.error,
    body: html`<section class="problem"><h1>${message}</h1>
<p>${remedy}</p>
<p class="code">${w.code} <code>${code}</code></p>
<p><a href="/">${w.toRegister}</a></p></section>`,
  });
}
