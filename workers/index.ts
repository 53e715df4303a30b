import { errorCodeOf, QidiError } from '../domain/index.js';
import { checkLexicon } from '../lexicon/index.js';
import { type Office, openReading, type Report, reconcile, reindex } from '../office/index.js';
import { readingVersion } from '../pipelines/index.js';
import { type Lane, lanes } from '../queues/index.js';
import { createHandlers } from './handlers.js';

const secondsBetweenLooks = 5;
/** After this many looks in a row at a database that is gone the process ends; its supervisor starts anew. */
const mostBlindLooks = 3;

/**
 * Runs the office's jobs until `stop` is aborted; jobs in hand are finished first.
 * @throws QidiError `register.unavailable` where the database stays away; `worker.outdated` where a newer version works
 * on this register: each would read the pages of the other again; `config.lexicon_invalid`.
 */
export async function runWorkers(
  office: Office,
  options: { lanes?: readonly Lane[]; stop: AbortSignal; report: Report },
): Promise<void> {
  const { report, stop } = options;
  // What is wrong with it is told before any letter is in hand.
  checkLexicon(office.lexicon);
  // Every text job in hand may read a file, and one page beside them.
  const reading = await openReading(
    office.lexicon,
    office.config,
    office.config.textConcurrency + 1,
    ({ inForce, missing }) =>
      report('sandbox.started', { inForce: inForce.join(' '), missing: missing.join(' ') }),
  );
  // Work in hand is finished on a stop where it is as short as it mostly is: a page half read would be lost.
  const abandoned = new AbortController();
  const handlers = createHandlers(office, reading, report, abandoned.signal);
  const version = readingVersion(reading.stages);
  const stopIfOutdated = async () => {
    if (await office.register.upkeep.isOutdated(version)) throw new QidiError('worker.outdated');
  };
  const running: { close(): Promise<void> }[] = [];
  let blind = 0;
  let failure: unknown = null;
  try {
    await stopIfOutdated();
    // After an upgrade: what is not found by the new keys would be filed twice.
    const reindexed = await reindex(office.register, { outdatedOnly: true, stop });
    if (reindexed > 0) report('papers.reindexed', { papers: reindexed });
    for (const lane of options.lanes ?? lanes)
      running.push(
        office.queues.work(
          lane,
          lane === 'text' ? office.config.textConcurrency : 1,
          handlers[lane],
          (error) => report('queue.trouble', { lane, detail: error.name }),
        ),
      );
    report('worker.started', {
      lanes: (options.lanes ?? lanes).join(','),
      engine: reading.recogniser.label,
      engineWithout: reading.recogniser.missing.join(' '),
    });
    while (!stop.aborted) {
      await pause(secondsBetweenLooks * 1000, stop);
      if (stop.aborted) break;
      try {
        await stopIfOutdated();
        const revived = await reconcile(office, report);
        if (revived > 0) report('work.revived', { documents: revived });
        blind = 0;
      } catch (error) {
        if (errorCodeOf(error) === 'worker.outdated') throw error;
        report('reconcile.failed', { code: errorCodeOf(error) });
        blind += 1;
        if (blind >= mostBlindLooks) throw new QidiError('register.unavailable', {}, { cause: error });
      }
    }
  } catch (error) {
    failure = error;
    // Work in hand is as good as before where only a newer version has come; it may be done anew, once.
    if (errorCodeOf(error) === 'worker.outdated') report('worker.outdated', {});
    else abandoned.abort(error);
  } finally {
    await Promise.all(running.map((lane) => lane.close().catch(() => undefined)));
    // What is still in hand is handed out again: an engine may hang for minutes at a page.
    abandoned.abort();
    await reading.close();
    report('worker.stopped', {});
  }
  if (failure) throw failure;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
