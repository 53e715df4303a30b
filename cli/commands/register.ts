import { type FileHandle, open, rename } from 'node:fs/promises';
import { PermanentError, petitionClasses, recordSchema } from '../../domain/index.js';
import type { RecordFilter, RecordPage } from '../../register/index.js';
import { type Session, withOffice } from '../session.js';
import { exit, paint, type Terminal, table } from '../terminal.js';
import { topicCode } from '../words/index.js';

/** `qidi list` and `qidi search WORDS`: lines of the register. */
export function list(session: Session, asked: RecordFilter): Promise<number> {
  return withOffice(session, async (office) => {
    const { terminal } = session;
    const topics = office.lexicon.topics.topics;
    const topic = asked.topic && topicCode(topics, asked.topic);
    const filter = { ...asked, topic };
    const { total, sources, lines } = await office.register.records.list(filter);
    // A code that the lexicon had once may still stand in the register.
    if (topic !== undefined && total === 0 && !Object.hasOwn(topics, topic)) {
      const known = Object.keys(topics).sort().join(' ');
      const why = terminal.say(
        `没有问题类别 ${topic}，可用 ${known}`,
        `no topic ${topic}; there are ${known}`,
      );
      throw new PermanentError('cli.usage', { why });
    }
    if (terminal.json) {
      await terminal.out(JSON.stringify({ total, sources, records: lines }));
      return exit.done;
    }
    const narrowed = Object.entries(filter).some(
      ([key, value]) => key !== 'limit' && key !== 'order' && value !== undefined,
    );
    await printLines(terminal, { total, sources, lines }, narrowed);
    return exit.done;
  });
}

/**
 * The register as people read it, also at the end of the demo.
 * @param narrowed whether only some records were asked for.
 */
export async function printLines(
  terminal: Terminal,
  { total, sources, lines }: RecordPage,
  narrowed: boolean,
): Promise<void> {
  const { say } = terminal;
  if (total === 0) {
    await terminal.out(
      narrowed
        ? say(
            '台账中没有符合条件的记录。可减少条件再查；“qidi list”列出全部。',
            'No record matches. Ask for less; “qidi list” shows all.',
          )
        : say(
            '台账还是空的。用“qidi intake 文件夹”导入。',
            'The register is empty. Take files in with “qidi intake FOLDER”.',
          ),
    );
    return;
  }
  const doubtful = say('（？）', ' (?)');
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
        l.accused
          .map((name, i) => name + (l.doubts.accused[i]?.length ? doubtful : ''))
          .join(say('、', ', ')) || '—',
        l.topics.slice(0, 4).join(' ') || '—',
        l.amount === null ? '—' : `${Math.round(l.amount) / 10_000}${l.doubts.amount ? doubtful : ''}`,
        String(l.sources),
        l.title,
      ]),
    ),
  );
  if (lines.some(({ doubts }) => doubts.amount || doubts.accused.some((spans) => spans.length > 0)))
    await terminal.out(
      say(
        '“（？）”：识别存疑，请核对原件；qidi show 标出存疑的字。',
        '“(?)”: read with doubt, check the original; “qidi show” tells which characters.',
      ),
    );
  await terminal.out(
    paint(
      'dim',
      say(
        `共 ${total} 件、${sources} 件次${lines.length < total ? `，显示前 ${lines.length} 件（--limit）` : ''}。qidi show 编号 查看全文。`,
        `${total} records of ${sources} sources${lines.length < total ? `, the first ${lines.length} shown (--limit)` : ''}. “qidi show NUMBER” prints one.`,
      ),
    ),
  );
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
