import { type Language, qualityFlags } from '../../../domain/index.js';
import { type Html, html } from '../html.js';

type Terms = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** The field's word for a key of one of the register's word lists; the key itself where it is unknown. */
export function term(terms: Terms, key: string, language: Language): string {
  return Object.hasOwn(terms, key) ? terms[key]![language] : key;
}

/** 965000 → 965,000; at most four decimals. */
export function number(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 4 });
}

/** Yuan as 万元. */
export function tenThousands(yuan: number): string {
  return number(yuan / 10_000);
}

export function percent(share: number): string {
  // Rounded down: 99.6 % alike is not the same.
  return `${Math.floor(share * 100)}%`;
}

export function flagList(flags: readonly string[], language: Language): Html {
  return html`${flags.map((flag) => html`<span class="flag">${term(qualityFlags, flag, language)}</span> `)}`;
}
