import { describeError, type ErrorCode, laneNames, petitionClasses } from '../../../domain/index.js';
import { outlineOf } from '../../../office/index.js';
import { lanes } from '../../../queues/index.js';
import { describePlace } from '../../record-card.js';
import { type Session, withOffice } from '../../session.js';
import { exit, paint } from '../../terminal.js';
import { howToRegister } from '../deciding/index.js';

/** More file names than this are a list for the register, not for a terminal. */
const mostTroubles = 100;

/** `qidi status`: what is where, and what waits for somebody. */
export function status(session: Session): Promise<number> {
  return withOffice(session, async (office) => {
    const { terminal } = session;
    const { say, language } = terminal;
    const [register, queues, found] = await Promise.all([
      office.register.upkeep.counts(),
      office.queues.counts(),
      office.register.receipts.troubles(mostTroubles),
    ]);
    const troubles = found.map((t) => ({
      ...t,
      name: outlineOf(t.name),
      member: t.member && outlineOf(t.member),
    }));
    if (terminal.json) {
      await terminal.out(JSON.stringify({ register, queues, troubles }));
      return exit.done;
    }
    const byHand = (paper: string | undefined) =>
      paper === undefined ? [] : [howToRegister(terminal, paper)];
    const classes = Object.entries(register.clues).map(
      ([key, n]) => `${petitionClasses[key as keyof typeof petitionClasses]?.[language] ?? key} ${n}`,
    );
    const engines = register.pages.engines.map(
      ({ engine, pages }) => `${engine ?? say('引擎不详', 'engine not known')} ${pages}`,
    );
    await terminal.out(
      [
        `${paint('bold', say('文件', 'Files'))}  ${say('收件', 'received')} ${register.files} · ${say('原件', 'originals')} ${register.originals} · ${say('已处理', 'done')} ${register.documents.done} · ${say('待处理', 'due')} ${register.documents.due} · ${say('失败', 'failed')} ${register.documents.failed}`,
        `${paint('bold', say('页', 'Pages'))}  ${say('共', 'total')} ${register.pages.total} · ${say('已识别', 'recognised')} ${register.pages.recognised}${engines.length > 0 ? ` (${engines.join(', ')})` : ''} · ${say('待识别', 'waiting')} ${register.pages.waiting}`,
        `${paint('bold', say('台账', 'Register'))}  ${classes.join(' · ') || '—'} · ${say('待人工', 'for a person')} ${register.items.review}`,
        ...lanes.map(
          (lane) =>
            `${paint('bold', laneNames[lane][language])}  ${say('等待', 'waiting')} ${queues[lane].waiting} · ${say('进行', 'active')} ${queues[lane].active} · ${say('待重试', 'delayed')} ${queues[lane].delayed}`,
        ),
        ...[...new Set(troubles.map((t) => t.code as ErrorCode))].flatMap((code) => {
          const files = troubles.filter((t) => t.code === code);
          const { message, remedy } = describeError(code, files[0]?.params, language);
          return [
            `${paint('yellow', `[${code}]`)} ${message}  ${say('处理办法', 'What to do')}: ${remedy}`,
            ...files.map(
              (t) =>
                `    ${say('收件', 'receipt')} ${t.paper}  ${t.arrivedOn}  ${describePlace(terminal, { file: t.name, member: t.member, label: null, row: t.row, page: 1 })}`,
            ),
          ];
        }),
        ...byHand(troubles.filter((t) => t.code !== 'items.classified')[0]?.paper),
        ...(troubles.length === mostTroubles
          ? [say(`（只列出最近 ${mostTroubles} 件）`, `(the latest ${mostTroubles} only)`)]
          : []),
        ...(register.documents.due > 0
          ? [
              say(
                '有待处理的文件：运行“qidi worker”，或重新执行原来的命令。',
                'Work is due: run “qidi worker”, or the same command again.',
              ),
            ]
          : []),
      ].join('\n'),
    );
    return exit.done;
  });
}
