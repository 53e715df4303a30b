import {
  channels,
  clueSources,
  correctedFields,
  decisionKinds,
  describeReasons,
  doubtsOf,
  enginesOf,
  entityTypeKeys,
  entityTypes,
  informantKinds,
  isByPerson,
  isSumDoubted,
  linkKinds,
  linkStrengths,
  offences,
  paperName,
  petitionClasses,
  placementOf,
  qualityFlags,
  type RecordDecision,
  type RegisterRecord,
  relations,
  type Span,
  signatures,
  sourceReasons,
} from '../domain/index.js';
import type { MaskedField } from '../office/index.js';
import { paint, type Terminal } from './terminal.js';
import { sumInWords } from './words/index.js';

type Given = 'id' | 'receipt' | 'typed' | 'engines';
/** A paper of a record, or of what would be one: that has no numbers yet. */
type Source = Omit<RegisterRecord['sources'][number], Given> &
  Partial<Pick<RegisterRecord['sources'][number], Given>>;
/** What a card shows: a record, or what one would be. */
export type Card = Omit<
  RegisterRecord,
  'clueNo' | 'linked' | 'decisions' | 'sources' | 'status' | 'disposition' | 'assignedTo' | 'dueOn'
> & { sources: readonly Source[] } & Partial<Pick<RegisterRecord, 'clueNo' | 'linked' | 'decisions'>> & {
    masked?: readonly MaskedField[];
  };
type Evidence = RegisterRecord['topics'][number]['evidence'];

/** A register card for people: what is said of whom, with the quotes that it rests on, and all its papers. */
export function describeRecord(
  terminal: Terminal,
  record: Card,
  placeOf: (quote: { start: number; end: number }) => string | null = () => null,
): string {
  const { say, language } = terminal;
  const quotes = (evidence: Evidence, quoteOf = (e: Evidence[number]) => e.quote) =>
    [
      ...new Set(
        evidence.map(
          (e) =>
            `      “${quoteOf(e).replace(/\s+/g, ' ')}”  ${placeOf(e) ?? say(`第${e.source + 1}份第${e.page}页`, `source ${e.source + 1}, page ${e.page}`)}`,
        ),
      ),
    ].slice(0, 3);
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [paint('bold', title), ...lines];
  const { petitionClass, source, channel, signature } = record;
  const kind = [clueSources[source], channels[channel], signatures[signature]].map((t) => t[language]);
  return [
    paint('bold', `${record.clueNo ? `${record.clueNo}  ` : ''}${record.title}`),
    `  ${petitionClasses[petitionClass][language]} · ${record.receivedOn} · ${kind.join(' / ')}`,
    `  ${record.summary}`,
    '',
    ...section(say('金额与时间', 'Sum and time'), sumLines(terminal, record)),
    paint('bold', say('被反映人', 'Accused')),
    ...(record.accused.length === 0 ? [`  ${say('（未写明）', '(none named)')}`] : []),
    ...record.accused.flatMap((a) => [
      `  ${[a.name === null ? say('（单位）', '(unit)') : withDoubts(terminal, a.name, record), ...[a.organisation, a.position].map((part) => withDoubts(terminal, part, record))].filter(Boolean).join(' · ')}`,
      ...quotes(a.evidence, (e) => sentenceAround(record.sources[e.source]?.text ?? '', e)),
    ]),
    ...section(
      say('问题类别', 'Topics'),
      record.topics.flatMap((t) => [`  ${t.code} ${t.name}  ${scoreOf(terminal, t)}`, ...quotes(t.evidence)]),
    ),
    ...section(
      say('涉嫌职务违法犯罪', 'Suspected offences'),
      record.offences.flatMap((o) => [
        `  ${offences[o.code][language]}  ${scoreOf(terminal, o)}`,
        ...quotes(o.evidence),
      ]),
    ),
    ...section(say('要素', 'Entities'), entityLines(terminal, record)),
    ...section(say('来件', 'Sources'), familyLines(terminal, record)),
    ...section(say('关联线索', 'Linked'), linkLines(terminal, record)),
    ...section(say('已遮盖的举报人信息', 'Masked as the informant’s'), maskedLines(terminal, record)),
    ...section(
      say('人工决定', 'Decisions'),
      (record.decisions ?? []).map((d) => decisionLine(terminal, d)),
    ),
    ...readingLine(terminal, record),
    ...(record.quality.flags.length
      ? [
          `${say('质量', 'Quality')}: ${record.quality.flags.map((f) => qualityFlags[f][language]).join(say('、', ', '))}`,
        ]
      : []),
    '',
    ...textLines(terminal, record.sources),
  ].join('\n');
}

/** That what is shown was recognised, how surely, and by what. */
function readingLine({ say }: Terminal, { quality, sources }: Card): string[] {
  if (!quality.ocr) return [];
  const engines = enginesOf(sources).join(say('、', ', '));
  const by = engines && say(`（${engines}）`, ` (${engines})`);
  return [
    `${say('文字来源', 'Text')}: ${say(
      `含文字识别${by}，可信度 ${percent(quality.confidence)}`,
      `partly recognised${by}, confidence ${percent(quality.confidence)}`,
    )}`,
  ];
}

const scoreOf = ({ say }: Terminal, tag: RegisterRecord['topics'][number]): string =>
  isByPerson(tag) ? say('由人工标注', 'set by a person') : tag.score.toFixed(2);

/** The sum of the matter, and when it happened. */
function sumLines(terminal: Terminal, record: Card): string[] {
  const { say } = terminal;
  const { amount, actedFrom, actedTo } = record;
  const doubt = isSumDoubted(amount, record) ? say('（识别存疑）', ' (read with doubt)') : '';
  const acted = [...new Set([actedFrom, actedTo])].filter((day) => day !== null);
  return [
    ...(amount === null ? [] : [`  ${say('涉及金额', 'sum')}: ${sumInWords(terminal, amount)}${doubt}`]),
    ...(acted.length === 0
      ? []
      : [`  ${say('行为时间', 'time of the acts')}: ${acted.join(say(' 至 ', ' to '))}`]),
  ];
}

/** Characters of a sentence shown on each side of a name. */
const around = 28;

/** A name alone proves nothing: it is shown in its sentence, as far as that is short. */
function sentenceAround(text: string, { start, end }: Pick<Evidence[number], 'start' | 'end'>): string {
  const before = text.slice(Math.max(0, start - around), start);
  const after = text.slice(end, end + around);
  const lead = /[^。！？；\n\t]*$/.exec(before)![0];
  const rest = /^[^。！？；\n\t]*/.exec(after)![0];
  const cutBefore = lead.length === before.length && start > around;
  const cutAfter = rest.length === after.length && end + around < text.length;
  return `${cutBefore ? '…' : ''}${lead}${text.slice(start, end)}${rest}${cutAfter ? '…' : ''}`;
}

function entityLines(terminal: Terminal, { entities }: Card): string[] {
  const { language } = terminal;
  return entityTypeKeys.flatMap((type) => {
    const found = entities.filter((e) => e.type === type);
    const shown = found.map(
      (e) =>
        (e.value !== null && String(e.value) !== e.text ? `${e.text}=${e.value}` : e.text) +
        doubtNote(terminal, e.text, doubtsInText(e)),
    );
    return found.length === 0
      ? []
      : [`  ${entityTypes[type][language]}: ${[...new Set(shown)].join(terminal.say('、', ', '))}`];
  });
}

const doubtsInText = ({ start, doubtful = [] }: RegisterRecord['entities'][number]): Span[] =>
  doubtful.map((d) => ({ start: d.start - start, end: d.end - start }));

/** Name, unit or post of an accused, with what recognition doubts of it. */
function withDoubts(terminal: Terminal, word: string | null, record: Card): string | null {
  return word && word + doubtNote(terminal, word, doubtsOf(word, record));
}

/** The characters of a name or sum that recognition is not sure of: somebody has to look at the paper. */
function doubtNote({ say }: Terminal, text: string, doubts: readonly Span[]): string {
  if (doubts.length === 0) return '';
  const characters = doubts.map((d) => text.slice(d.start, d.end)).join(' ');
  return say(`（识别存疑：${characters}）`, ` (read with doubt: ${characters})`);
}

/** The family, the principal paper first: how each relates to which, why, and only what it adds. */
function familyLines(terminal: Terminal, { clueNo, sources, decisions = [] }: Card): string[] {
  const { say } = terminal;
  return sources.flatMap((s, i) => {
    const placed = clueNo && s.id !== undefined ? placementOf(clueNo, s.id, decisions) : undefined;
    return [
      `  ${i + 1}. ${sourceLine(terminal, s)}`,
      ...(placed
        ? [
            `     ${
              placed.kind === 'register'
                ? say(
                    `由 ${placed.by} 登记（第 ${placed.id} 号决定）`,
                    `registered by ${placed.by} (decision ${placed.id})`,
                  )
                : say(
                    `由 ${placed.by} 归入（第 ${placed.id} 号决定）`,
                    `put here by ${placed.by} (decision ${placed.id})`,
                  )
            }`,
          ]
        : []),
      ...newFactLines(s),
    ];
  });
}

/** One paper of a family on one line or two: id, day, relation, likeness, file; then why. */
export function sourceLine(
  terminal: Terminal,
  s: Omit<Source, 'text' | 'sha256' | 'doubtful' | 'typed' | 'engines'>,
): string {
  const { say, language } = terminal;
  const like =
    s.resembles === null
      ? ''
      : say(
          `  与第${s.resembles + 1}份相似 ${percent(s.similarity)}`,
          `  ${percent(s.similarity)} like source ${s.resembles + 1}`,
        );
  const why = describeReasons(s.why, sourceReasons, language);
  return [
    `${s.id === undefined ? '' : `S${s.id}  `}${s.receipt === undefined ? '' : `${say('收件', 'receipt')} ${paperName(s.receipt)}  `}${s.receivedOn}  ${relations[s.relation][language]}${like}  ${describePlace(terminal, s)}`,
    ...(why.length > 0 ? [`     ${say('理由：', 'why: ')}${why.join(say('；', '; '))}`] : []),
  ].join('\n');
}

export function newFactLines({ newFacts }: { newFacts: readonly string[] }): string[] {
  return newFacts.map((fact) => `     + ${fact.replace(/\s+/g, ' ')}`);
}

function linkLines({ say, language }: Terminal, { linked = [] }: Card): string[] {
  return linked.map(({ clueNo, why, strength, confirmed }) => {
    const weight = confirmed ? say('已由人工确认', 'confirmed') : linkStrengths[strength][language];
    const reasons = describeReasons(why, linkKinds, language).join(say('；', '; '));
    return `  ${[clueNo, `[${weight}]`, reasons].filter(Boolean).join('  ')}`;
  });
}

/** By number, each with the words around it: a person may say that it is no informant's. */
export function maskedLines({ say, language }: Terminal, { masked = [] }: Pick<Card, 'masked'>): string[] {
  return masked.flatMap(({ number, kind, receipt, quotes }) => [
    `  ${number}. ${informantKinds[kind][language]}${receipt === null ? '' : `  ${say('收件', 'receipt')} ${paperName(receipt)}`}`,
    ...quotes.map((quote) => `      “${quote}”`),
  ]);
}

function decisionLine({ say, language }: Terminal, d: RecordDecision): string {
  const fields = d.fields.map((field) => correctedFields[field][language]).join(say('、', ', '));
  const what =
    d.kind === 'correct' || d.kind === 'register'
      ? `${decisionKinds[d.kind][language]}  ${fields}`
      : d.undoes === null
        ? [decisionKinds[d.kind][language], ...(d.from === d.to ? [] : [`${d.from} → ${d.to}`])].join('  ')
        : `${decisionKinds[d.kind][language]} ${d.undoes}`;
  const sources = d.sources.length > 0 ? ` (${d.sources.map((id) => `S${id}`).join(' ')})` : '';
  const undone = d.undoneBy === null ? '' : say(`  已由第 ${d.undoneBy} 号撤销`, `  undone by ${d.undoneBy}`);
  return `  ${d.id}. ${d.at.slice(0, 10)}  ${d.by}  ${what}${sources}${undone}\n     ${d.reason}`;
}

/** Every text once, with the papers that have it. */
function textLines({ say }: Terminal, sources: readonly Source[]): string[] {
  const holders = new Map<string, number[]>();
  const typed = new Set<string>();
  sources.forEach((source, i) => {
    holders.set(source.text, [...(holders.get(source.text) ?? []), i + 1]);
    if (source.typed) typed.add(source.text);
  });
  return [...holders].flatMap(([text, [first, ...others]]) => {
    const same =
      others.length > 0 ? say(`（第 ${others.join('、')} 份相同）`, ` (also of ${others.join(', ')})`) : '';
    const what = typed.has(text) ? say('人工录入', 'Typed by a person') : say('正文', 'Text');
    return [paint('dim', `── ${what} ${first}${same} ──`), text];
  });
}

/** Rounded down: 99.6 % alike is not the same. */
function percent(share: number): string {
  return `${Math.floor(share * 100)}%`;
}

/** 文件 › 包内路径 › 工作表 › 第3行 › 第2页, as far as each says anything. */
export function describePlace(
  { say }: Terminal,
  place: { file?: string; member: string | null; label: string | null; row: number | null; page: number },
): string {
  const { file, member, label, row, page } = place;
  return [
    file,
    member,
    label === null ? null : say(`工作表“${label}”`, `sheet “${label}”`),
    row === null ? null : say(`第${row}行`, `row ${row}`),
    label === null && (page > 1 || !file) ? say(`第${page}页`, `page ${page}`) : null,
  ]
    .filter((part) => part)
    .join(' › ');
}
