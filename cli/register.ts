import { type FileHandle, open, rename } from 'node:fs/promises';
import {
  entityTypeKeys,
  entityTypes,
  PermanentError,
  petitionClasses,
  qualityFlags,
  type RegisterRecord,
  recordSchema,
  relations,
} from '../domain/index.js';
import type { RecordFilter } from '../register/index.js';
import { type Session, withOffice } from './session.js';
import { exit, paint, type Terminal, table } from './terminal.js';

/** `qidi list` and `qidi search WORDS`: lines of the register. */
export function list(session: Session, filter: RecordFilter): Promise<number> {
  return withOffice(session, async (office) => {
    const { terminal } = session;
    const { total, lines } = await office.register.records.list(filter);
    if (terminal.json) {
      await terminal.out(JSON.stringify({ total, records: lines }));
      return exit.done;
    }
    await printLines(terminal, lines, total);
    return exit.done;
  });
}

/** The register as people read it, also at the end of the demo. */
export async function printLines(
  terminal: Terminal,
  lines: Awaited<ReturnType<import('../office/index.js').Office['register']['records']['list']>>['lines'],
  total: number,
): Promise<void> {
  const { say } = terminal;
  if (total === 0) {
    await terminal.out(
      say(
        '台账中没有符合条件的记录。用“qidi intake 文件夹”导入。',
        'No record matches. Take files in with “qidi intake FOLDER”.',
      ),
    );
    return;
  }
  await terminal.out(
    table(
      [
        say('编号', 'number'),
        say('收件日期', 'received'),
        say('类别', 'class'),
        say('被反映人', 'accused'),
        say('问题', 'topics'),
        say('金额(万元)', '10k yuan'),
        say('件次', 'sources'),
        say('标题', 'title'),
      ],
      lines.map((l) => [
        l.clueNo,
        l.receivedOn,
        petitionClasses[l.petitionClass as keyof typeof petitionClasses]?.[terminal.language] ??
          l.petitionClass,
        l.accused.join('、') || '—',
        l.topics.slice(0, 4).join(' ') || '—',
        l.amount === null ? '—' : String(Math.round(l.amount / 100) / 100),
        String(l.sources),
        l.title,
      ]),
    ),
  );
  await terminal.out(
    paint(
      'dim',
      say(
        `共 ${total} 件${lines.length < total ? `，显示前 ${lines.length} 件（--limit）` : ''}。qidi show 编号 查看全文。`,
        `${total} records${lines.length < total ? `, the first ${lines.length} shown (--limit)` : ''}. “qidi show NUMBER” prints one.`,
      ),
    ),
  );
}

/** `qidi show CLUE`: one record with its sources. */
export function show(session: Session, clueNo: string): Promise<number> {
  return withOffice(session, async (office) => {
    const { terminal } = session;
    const record = await office.register.records.show(clueNo);
    if (!record) throw new PermanentError('cli.no_such_clue', { clueNo });
    await terminal.out(terminal.json ? JSON.stringify(record) : describeRecord(terminal, record));
    return exit.done;
  });
}

/** A register card for people: what is said of whom, with the quotes that it rests on. */
export function describeRecord(
  terminal: Terminal,
  record: Omit<RegisterRecord, 'clueNo' | 'linked' | 'status' | 'disposition' | 'assignedTo' | 'dueOn'> & {
    clueNo?: string;
    linked?: RegisterRecord['linked'];
  },
  placeOf: (quote: { start: number; end: number }) => string | null = () => null,
): string {
  const { say, language } = terminal;
  const quotes = (evidence: RegisterRecord['topics'][number]['evidence']) =>
    evidence
      .slice(0, 3)
      .map(
        (e) =>
          `      “${e.quote.replace(/\s+/g, ' ')}”  ${placeOf(e) ?? say(`第${e.source + 1}份第${e.page}页`, `source ${e.source + 1}, page ${e.page}`)}`,
      );
  const lines = [
    paint('bold', `${record.clueNo ? `${record.clueNo}  ` : ''}${record.title}`),
    `  ${petitionClasses[record.petitionClass][language]} · ${record.receivedOn} · ${record.source}/${record.channel}/${record.signature}`,
    `  ${record.summary}`,
    '',
    paint('bold', say('被反映人', 'Accused')),
    ...(record.accused.length === 0 ? [`  ${say('（未写明）', '(none named)')}`] : []),
    ...record.accused.flatMap((a) => [
      `  ${[a.name ?? say('（单位）', '(unit)'), a.organisation, a.position].filter(Boolean).join(' · ')}`,
      ...quotes(a.evidence),
    ]),
    paint('bold', say('问题类别', 'Topics')),
    ...[...record.topics, ...record.offences].flatMap((t) => [
      `  ${t.code} ${t.name}  ${t.score.toFixed(2)}`,
      ...quotes(t.evidence),
    ]),
    paint('bold', say('要素', 'Entities')),
    ...entityTypeKeys.flatMap((type) => {
      const found = record.entities.filter((e) => e.type === type);
      const shown = found.map(
        (e) =>
          (e.value !== null && String(e.value) !== e.text ? `${e.text}=${e.value}` : e.text) +
          doubtsOf(terminal, e),
      );
      return found.length === 0
        ? []
        : [`  ${entityTypes[type][language]}: ${[...new Set(shown)].join('、')}`];
    }),
    paint('bold', say('来源', 'Sources')),
    ...record.sources.flatMap((s, i) => [
      `  ${i + 1}. ${s.receivedOn}  ${relations[s.relation][language]}  ${s.similarity.toFixed(2)}  ${describePlace(terminal, s)}`,
      ...s.newFacts.map((fact) => `     + ${fact.replace(/\s+/g, ' ')}`),
    ]),
    ...(record.linked?.length
      ? [
          paint('bold', say('关联线索', 'Linked')),
          ...record.linked.map((l) => `  ${l.clueNo}  ${l.why.join('，')}`),
        ]
      : []),
    ...(record.quality.flags.length
      ? [
          `${say('质量', 'Quality')}: ${record.quality.flags.map((f) => qualityFlags[f][language]).join('、')}`,
        ]
      : []),
    '',
    ...record.sources.flatMap((s, i) => [paint('dim', `── ${say('正文', 'Text')} ${i + 1} ──`), s.text]),
  ];
  return lines.join('\n');
}

/** The characters of a name or sum that recognition is not sure of: somebody has to look at the paper. */
function doubtsOf({ say }: Terminal, { text, start, doubtful }: RegisterRecord['entities'][number]): string {
  if (!doubtful) return '';
  const characters = doubtful.map((d) => text.slice(d.start - start, d.end - start)).join(' ');
  return say(`（识别存疑：${characters}）`, ` (read with doubt: ${characters})`);
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

/** `qidi export`: one record a line; to a file only under its name when it is whole. */
export function exportRecords(
  session: Session,
  options: { format: 'jsonl'; output?: string },
): Promise<number> {
  return withOffice(session, async (office) => {
    const { terminal } = session;
    const { output } = options;
    const file = output ? await openOutput(`${output}.part`) : null;
    let count = 0;
    try {
      for await (const record of office.register.records.all()) {
        const line = JSON.stringify(recordSchema.parse(record));
        count += 1;
        // Unlike write, this never stops short.
        if (file) await file.appendFile(`${line}\n`);
        // With --json the whole is one document: a list.
        else await terminal.out(terminal.json ? (count === 1 ? '[' : ',') + line : line);
      }
      await file?.sync();
    } finally {
      await file?.close();
    }
    if (output) {
      await rename(`${output}.part`, output);
      if (terminal.json) await terminal.out(JSON.stringify({ records: count, file: output }));
      terminal.note(terminal.say(`已导出 ${count} 条记录。`, `Exported ${count} records.`));
    } else if (terminal.json) await terminal.out(count === 0 ? '[]' : ']');
    return exit.done;
  });
}

function openOutput(path: string): Promise<FileHandle> {
  return open(path, 'w', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new PermanentError('cli.cannot_write', { why: error.code ?? '' }, { cause: error });
  });
}
