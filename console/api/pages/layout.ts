import type { Language } from '../../../domain/index.js';
import { type Html, html } from '../html.js';
import { words } from './words/index.js';

interface Page {
  language: Language;
  title: string;
  /** Which of the two pages of the menu this is, if either. */
  here?: 'register' | 'queue';
  /** Load it again after so many seconds. */
  refreshSeconds?: number;
  body: Html;
}

/** The frame of every page. */
export function layout({ language, title, here, refreshSeconds, body }: Page): Html {
  const w = words[language];
  const current = (page: Page['here']) => here === page && html` aria-current="page"`;
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${refreshSeconds && html`<meta http-equiv="refresh" content="${refreshSeconds}">`}
<title>${title} · ${w.product}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#main">${w.skip}</a>
<header class="top">
<a class="brand" href="/">${w.product}</a>
<nav><a href="/"${current('register')}>${w.register}</a><a href="/queue"${current('queue')}>${w.queue}</a></nav>
</header>
<main id="main">
${body}
</main>
</body>
</html>
`;
}
