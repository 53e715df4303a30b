import { access, constants, statfs } from 'node:fs/promises';
import { describeError, errorCodeOf, QidiError } from '../../../domain/index.js';
import { checkLexicon, makeHome, openOffice, openReading, readLexicon } from '../../../office/index.js';
import { measureNames, toGetMore, toLimitEngine } from '../../sandbox-measures.js';
import type { Session } from '../../session.js';
import { exit, paint } from '../../terminal.js';

interface Finding {
  what: string;
  ok: boolean;
  detail: string;
  remedy?: string;
}

const leastFreeBytes = 2 * 1024 ** 3;

/** `qidi doctor`: tries every part that the product needs, and says how to mend what is missing. */
export async function doctor(session: Session): Promise<number> {
  const { terminal, config } = session;
  const { say } = terminal;
  const findings: Finding[] = [];
  const namesOf = (measures: readonly (keyof typeof measureNames)[]) =>
    measures.map((m) => measureNames[m][config.language]).join(say('、', ', '));
  const check = async (what: string, run: () => Promise<string>) => {
    try {
      findings.push({ what, ok: true, detail: await run() });
    } catch (error) {
      const described = describeError(
        errorCodeOf(error),
        error instanceof QidiError ? error.params : {},
        config.language,
      );
      const detail = `[${errorCodeOf(error)}] ${described.message}`;
      // A lexicon that cannot be read keeps the parts from starting that need it: once said is enough.
      const known = findings.find((f) => f.detail === detail);
      findings.push(
        known
          ? {
              what,
              ok: false,
              detail: say(`未检查，原因同“${known.what}”`, `not checked: see “${known.what}”`),
            }
          : { what, ok: false, detail, remedy: described.remedy },
      );
    }
  };

  await check('Node.js', async () => process.versions.node);
  await check(say('数据目录', 'data folder'), async () => {
    await makeHome(config.home);
    await access(config.home, constants.W_OK | constants.R_OK).catch((cause: unknown) => {
      throw new QidiError('config.home_not_writable', {}, { cause });
    });
    const { bavail, bsize } = await statfs(config.home);
    const free = bavail * bsize;
    if (free < leastFreeBytes) throw new QidiError('vault.disk_full');
    return `${config.home} · ${say('可用', 'free')} ${(free / 1024 ** 3).toFixed(0)} GB`;
  });
  await check(say('词库', 'lexicon'), async () => {
    return checkLexicon(readLexicon(config)).join(' ');
  });
  await check(say('数据库、原件库与队列', 'database, vault and queues'), async () => {
    const office = await openOffice(config);
    try {
      const { files } = await office.register.upkeep.counts();
      await office.queues.counts();
      return [
        office.embedded ? say('内置 PostgreSQL', 'embedded PostgreSQL') : 'DATABASE_URL',
        config.redisUrl ? 'REDIS_URL' : say('队列在 PostgreSQL', 'queues in PostgreSQL'),
        `${files} ${say('件收件', 'receipts')}`,
      ].join(' · ');
    } finally {
      await office.close();
    }
  });
  await check(say('文字识别', 'recognition'), async () => {
    const reading = await openReading(readLexicon(config), config);
    try {
      await reading.recogniser.tryOut();
      const { engine, label, missing } = reading.recogniser;
      const whose = engine === 'native' ? say('本机', 'of the system') : say('自带', 'comes along');
      return [
        `${label} (${whose}) · QIDI_OCR_ENGINE=${config.ocrEngine} · chi_sim`,
        ...(missing.length === 0
          ? []
          : [
              `    ${say('未生效', 'not in force')}: ${namesOf(missing)}`,
              `    ${say('处理办法', 'What to do')}: ${toLimitEngine[config.language]}`,
            ]),
      ].join('\n');
    } finally {
      await reading.recogniser.close();
    }
  });
  await check(say('隔离进程（读取文件）', 'sandbox (reads files)'), async () => {
    const reading = await openReading(readLexicon(config), config);
    try {
      const { inForce, missing, refused } = await reading.opener.state();
      if (missing.length === 0) return `${say('全部生效', 'all in force')}: ${namesOf(inForce)}`;
      return [
        `${say('生效', 'in force')}: ${namesOf(inForce)}`,
        `    ${say('未生效', 'not in force')}: ${namesOf(missing)}`,
        `    ${say('处理办法', 'What to do')}: ${toGetMore[config.language]}`,
        ...refused.map((said) => `    ${say('系统答复', 'The system says')}: ${said}`),
      ].join('\n');
    } finally {
      await reading.close();
    }
  });
  if (terminal.json) await terminal.out(JSON.stringify({ ok: findings.every((f) => f.ok), findings }));
  else
    for (const f of findings) {
      await terminal.out(`${f.ok ? paint('green', '✓') : paint('red', '✗')} ${f.what}  ${f.detail}`);
      if (f.remedy) await terminal.out(`    ${say('处理办法', 'What to do')}: ${f.remedy}`);
    }
  return findings.every((f) => f.ok) ? exit.done : exit.cannotRun;
}
