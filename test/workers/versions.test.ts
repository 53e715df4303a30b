import { describe, expect, it } from '@jest/globals';
import { openOffice, openReading, readConfig } from '../../office/index.js';
import { readingVersion } from '../../pipelines/index.js';
import type { Stage } from '../../pipelines/stage.js';
import { runWorkers } from '../../workers/index.js';
import { useFolder, waitFor } from '../support/index.js';

const folder = await useFolder('versions');

async function openNew() {
  const office = await openOffice(readConfig({ QIDI_HOME: await folder.make() }));
  folder.defer(() => office.close());
  const reading = await openReading(office.lexicon, office.config);
  folder.defer(() => reading.close());
  return { office, version: readingVersion(reading.stages), stages: reading.stages };
}

describe('workers of two versions on one register', () => {
  it('are told apart by the way in which each reads pages, the highest first', async () => {
    const { office, version } = await openNew();
    const { isOutdated } = office.register.upkeep;
    for (const [said, outdated] of [
      [version, false],
      [version, false],
      [version + 1, false],
      [version, true],
      [version + 10, false],
      [version + 9, true],
      [version + 10, false],
    ] as const)
      expect([said, await isOutdated(said)]).toEqual([said, outdated]);
  });

  it('have another number wherever a stage that reads pages is raised, comes or goes', async () => {
    const { stages } = await openNew();
    const stageOf = (name: string): Stage => stages.find((s) => s.name === name)!;
    const others = stages.filter((s) => s.name !== 'extraction' && s.name !== 'ocr');
    const extraction = stageOf('extraction');
    const ocr = stageOf('ocr');
    const raised = (stage: Stage): Stage => ({ ...stage, version: stage.version + 1 });
    const first: Stage = { ...extraction, name: 'first', gives: 'normalised', version: 1 };
    for (const changed of [
      [raised(extraction), ocr],
      [extraction, raised(ocr)],
      [first, { ...extraction, needs: ['normalised'] } satisfies Stage, ocr],
      [{ ...ocr, needs: ['original'] } satisfies Stage],
    ])
      expect(() => readingVersion(changed)).toThrow('waysOfReading');
    expect(readingVersion([extraction, ocr, ...others.map(raised)])).toBe(readingVersion(stages));
  });

  it('the older one takes up nothing, and stops when a newer one comes', async () => {
    const { office, version } = await openNew();
    const events: string[] = [];
    const stop = new AbortController();
    const working = runWorkers(office, { stop: stop.signal, report: (event) => events.push(event) }).then(
      () => null,
      (error: unknown) => error,
    );
    await waitFor('the worker to start', () => events.includes('worker.started'), 30_000);
    expect(await office.register.upkeep.isOutdated(version + 1)).toBe(false);
    expect(await working).toMatchObject({ code: 'worker.outdated' });
    expect(events.slice(-2)).toEqual(['worker.outdated', 'worker.stopped']);
    const later: string[] = [];
    await expect(
      runWorkers(office, { stop: stop.signal, report: (event) => later.push(event) }),
    ).rejects.toMatchObject({ code: 'worker.outdated' });
    expect(later).not.toContain('worker.started');
  }, 90_000);
});
