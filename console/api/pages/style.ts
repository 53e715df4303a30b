/** A sheet of paper with a pencil's mark: no image of anybody's emblem. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="5" y="3" width="22" height="26" rx="2" fill="#1f4e79"/><path d="M10 11h12M10 16h12M10 21h7" stroke="#fff" stroke-width="2.4"/></svg>';

/**
 * The only style sheet. Marks differ by form as well as by colour, so that they stay apart for every eye and in
 * print: topic = ground, offence = band below, accused = solid line and weight, other = dotted line.
 */
export const style = `
:root { --ink: #1b2430; --soft: #55606e; --line: #d5dbe2; --ground: #f5f7f9; --paper: #fff; --link: #0b5394;
  --topic: #ffe9a8; --offence: #9ccbee; --accused: #b3400a; --warning: #fff4e5; }
* { box-sizing: border-box; }
html { font: 15px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Hiragino Sans GB", system-ui, sans-serif;
  color: var(--ink); background: var(--ground); text-autospace: normal; line-break: strict; }
html:lang(en) { font-family: system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
body { margin: 0; }
a { color: var(--link); text-underline-offset: .2em; text-decoration-thickness: 1px; }
:focus-visible { outline: 3px solid #d55e00; outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -99em; }
.skip:focus { left: 1em; top: .5em; background: var(--paper); padding: .3em .8em; z-index: 2; }
.top { display: flex; gap: 2.5em; align-items: baseline; padding: .65em 1.6em; background: #1f4e79; }
.top a { color: #fff; text-decoration: none; }
.top .brand { font-weight: 700; letter-spacing: .04em; }
.top nav { display: flex; gap: 1.6em; }
.top a { white-space: nowrap; }
.top nav a { padding: .1em .2em; }
.top nav a[aria-current], .top nav a:hover { box-shadow: 0 2px 0 #fff; }
.top :focus-visible { outline-color: #ffd27f; }
main { padding: 1.1em 1.6em 3em; max-width: 1680px; margin: 0 auto; }
h1 { font-size: 1.45rem; line-height: 1.35; margin: .2em 0 .6em; text-wrap: balance; }
h2 { font-size: 1.05rem; margin: 0 0 .5em; }
h3, h4 { font-size: 1rem; margin: 0 0 .3em; }
p { margin: 0 0 .6em; }
code { font-family: ui-monospace, "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", monospace; font-size: .93em; }
main > .note { margin-bottom: 1em; }
.note, .crumbs, .found { color: var(--soft); font-size: .93em; }
.crumbs { margin: 0; }
.warning { background: var(--warning); border-left: 4px solid #d55e00; padding: .6em .9em; }

table { border-collapse: collapse; width: 100%; background: var(--paper); }
table.narrow { width: auto; min-width: 26em; }
th, td { border-bottom: 1px solid var(--line); padding: .34em .6em; text-align: left; vertical-align: top; font-weight: 400; }
thead th { color: var(--soft); font-size: .87em; white-space: nowrap; border-bottom: 2px solid var(--line); vertical-align: bottom; }
tbody th { font-weight: 500; }
tbody tr:hover { background: #f0f5fa; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.no, .day, .value { white-space: nowrap; font-variant-numeric: tabular-nums; }
.register { font-size: .93em; line-height: 1.45; }
.register thead th { position: sticky; top: 0; background: var(--paper); }
.register .title { min-width: 15em; }
.register .title a { color: var(--ink); text-decoration-color: #b9c4d0; }
.register .short { white-space: nowrap; }
.name { white-space: nowrap; }
.topic:not(mark) { background: #e4ecf4; border-radius: 3px; padding: 0 .35em; font-size: .93em; font-variant-numeric: tabular-nums; text-decoration: none; white-space: nowrap; }
abbr.topic { cursor: help; }
.flag { background: var(--warning); border: 1px solid #e9c48f; border-radius: 3px; padding: 0 .35em; font-size: .87em; white-space: nowrap; }

.receipts { list-style: none; margin: 0; padding: 0; }
.tiles { display: flex; flex-wrap: wrap; gap: .5em; list-style: none; margin: 0 0 1em; padding: 0; }
.tile a { display: block; padding: .25em .9em .35em; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; color: var(--soft); text-decoration: none; font-size: .93em; }
.tile a:hover, .tile a[aria-current] { border-color: var(--link); }
.tile b { display: block; font-size: 1.35rem; line-height: 1.25; color: var(--ink); font-variant-numeric: tabular-nums; }
.attention a { background: var(--warning); border-color: #e9c48f; }
.filters { display: flex; flex-wrap: wrap; gap: .6em .9em; align-items: end; padding: .8em 1em; margin: 0 0 .8em; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; }
.filters label { display: block; font-size: .87em; color: var(--soft); }
.filters input, .filters select, button { font: inherit; color: inherit; height: 2.2em; padding: 0 .5em; border: 1px solid #9aa7b5; border-radius: 3px; background: var(--paper); max-width: 13em; }
.filters .wide { flex: 1 1 14em; }
.filters .wide input { width: 100%; max-width: none; }
.filters .buttons { display: flex; gap: 1em; align-items: center; }
button { background: var(--link); border-color: var(--link); color: #fff; padding: 0 1.4em; cursor: pointer; }
.paging { display: flex; gap: 2em; justify-content: center; margin: 1em; }
.empty, .problem { background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: 1.6em 2em; max-width: 46em; }
.empty code { font-size: 1.1em; background: var(--ground); padding: .3em .7em; border-radius: 3px; }
.problem .code { color: var(--soft); }

dl { margin: 0; }
dd { margin: 0; }
.facts { display: flex; flex-wrap: wrap; gap: .35em 1.8em; margin: 0 0 .8em; }
.facts dt { display: inline; color: var(--soft); font-size: .93em; }
.facts dt::after { content: "　"; }
.facts dd { display: inline; }
.reason + .reason::before { content: "；"; }
.facts.head { background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: .7em 1em; }
.figures { display: flex; flex-wrap: wrap; gap: .5em; margin: 0 0 .8em; }
.figures div { background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: .25em 1em .35em; display: flex; flex-direction: column-reverse; min-width: 7em; }
.figures dt { color: var(--soft); font-size: .93em; }
.figures dd { font-size: 1.35rem; line-height: 1.25; font-weight: 700; font-variant-numeric: tabular-nums; }
main > section { margin-bottom: 1.6em; }

.columns { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 1.6em; align-items: start; }
.findings > section { margin-bottom: 1.5em; }
.findings table { font-size: .93em; }
.findings ul { margin: 0; padding: 0; list-style: none; }
.summary { background: var(--paper); padding: .6em .9em; border-left: 4px solid var(--line); }
.tags > li { background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: .5em .8em; margin-bottom: .5em; }
.tags p { margin: 0 0 .2em; }
.score { color: var(--soft); font-size: .87em; margin-left: .6em; font-variant-numeric: tabular-nums; }
.findings .quotes li { padding-left: 1em; text-indent: -1em; }
a.quote { color: var(--ink); text-decoration-color: #b9c4d0; }
a.quote:hover, .title a:hover, .places a:hover { color: var(--link); text-decoration-color: currentColor; }
.quote::before { content: "「"; }
.quote::after { content: "」"; }
.places { font-size: .93em; color: var(--soft); }
.place { white-space: nowrap; margin-right: .5em; }
.places a { color: var(--soft); text-decoration-color: #b9c4d0; }
.place a + a { margin-left: .2em; }
.form { color: var(--soft); }
.form::before { content: "→ "; }
tbody th.person { white-space: nowrap; }
.context b { font-weight: 700; }
.group { background: var(--ground); color: var(--soft); }
.papers { background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: 1em 1.4em; }
.sources ul { display: flex; flex-wrap: wrap; gap: .2em 1.4em; list-style: none; margin: 0 0 .6em; padding: 0; font-size: .93em; }
.legend { font-size: .87em; color: var(--soft); border-bottom: 1px solid var(--line); padding-bottom: .6em; position: sticky; top: 0; background: var(--paper); padding-top: .4em; z-index: 1; }
.legend mark { margin-right: .8em; }
.source { padding: .6em 0 1.2em; }
.source + .source { border-top: 1px solid var(--line); padding-top: 1em; }
.new-facts { border-left: 4px solid #0072b2; padding: .2em .9em; margin: 0 0 .8em; }
.new-facts ul { margin: 0; padding-left: 1.2em; }
.letter { font-size: 1.07rem; line-height: 1.95; max-width: 38em; overflow-wrap: anywhere; unicode-bidi: isolate; }
.letter p { margin: 0 0 .35em; white-space: pre-wrap; unicode-bidi: plaintext; }

mark { background: none; color: inherit; scroll-margin-top: 5em; text-decoration-skip-ink: none; text-underline-offset: .28em; }
mark.entity { text-decoration: underline dotted #6b7683 1.5px; }
mark.topic { background: var(--topic); }
mark.offence { box-shadow: inset 0 -.38em var(--offence); }
mark.accused { font-weight: 700; text-decoration: underline solid var(--accused) 2px; }
mark.doubt { text-decoration: underline wavy #b02a1d 1.5px; }
mark[data-codes]::after { content: "\\2060" attr(data-codes); font-size: .62em; font-weight: 400; vertical-align: .55em; color: #5c4300; margin-left: .15em; line-height: 0; }
:target { outline: 3px solid #d55e00; outline-offset: 1px; border-radius: 2px; }
section:target, article:target { outline-offset: .4em; }

@media (max-width: 640px) {
  .top { flex-wrap: wrap; gap: .3em 1.4em; padding: .6em .9em; }
  main { padding: .8em .9em 2em; }
  .register, .register tbody { display: block; }
  .register thead { display: none; }
  .register tr { display: flex; flex-wrap: wrap; gap: .1em .8em; padding: .5em .7em; border-bottom: 1px solid var(--line); }
  .register td, .register th { display: block; border: 0; padding: 0; }
  .register td:empty { display: none; }
  .register [data-label]::before { content: attr(data-label) " "; color: var(--soft); }
  .register .title { flex: 1 0 100%; min-width: 0; order: -1; font-weight: 500; }
  table:not(.register) { display: block; min-width: 0; overflow-x: auto; }
  .papers { padding: .8em .9em; }
}
@media (max-width: 1280px) { .register .short, .register .name { white-space: normal; min-width: 5.4em; } }
@media (max-width: 1000px) { .columns { grid-template-columns: minmax(0, 1fr); } }
@page { margin: 18mm 16mm; }
@media print {
  html { font-size: 10.5pt; background: none; }
  .top, .filters, .paging, .skip, .sources, .tiles, .crumbs { display: none; }
  main { padding: 0; max-width: none; }
  .columns { display: block; }
  .papers { border: 0; padding: 0; break-before: page; }
  .legend, .register thead th { position: static; }
  .letter { font-family: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; max-width: none; }
  tr, li, .tile { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  mark, .topic, .flag { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
