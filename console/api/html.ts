const content = Symbol('html');

/** Safe markup. Only `html` makes it, so a plain string can never become markup by mistake. */
export interface Html {
  readonly [content]: string;
}
export type HtmlValue = Html | string | number | false | null | undefined | readonly HtmlValue[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/**
 * Markup with every value escaped, for text and for quoted attributes alike; lists are put end to end,
 * `null`, `undefined` and `false` give nothing.
 * @throws TypeError for an attribute value without quotes: no escaping could make that safe.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = parts[0] ?? '';
  values.forEach((value, i) => {
    if (/\s[\w-]+=$/.test(parts[i]!))
      throw new TypeError(`attribute without quotes: ${parts[i]!.slice(-40)}`);
    text += escapeValue(value) + parts[i + 1];
  });
  return Object.freeze({ [content]: text });
}

/** The markup as it goes to a browser. */
export function htmlText(markup: Html): string {
  return markup[content];
}

function escapeValue(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return value.replace(/[&<>"'`]/g, (c) => entities[c]!);
  if (typeof value === 'number') return String(value);
  if (content in value) return value[content];
  return value.map(escapeValue).join('');
}
