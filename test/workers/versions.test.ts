import { describe, expect, it } from '@jest/globals';
import { openOffice, openReading, readConfig } from '../../office/index.js';
import { recognitionVersions } from '../../pipelines/index.js';
import { runWorkers } from '../../workers/index.js';
import { useFolder, waitFor } from '../support/index.js';

const folder = await useFolder('versions');

async function openNew() {
  const office = await openOffice(readConfig({ QIDI_HOME: await folder.make() }));
  folder.defer(() => office.close());
  const reading = await openReading(office.lexicon, office.config);
  folder.defer(() => reading.close());
  return { office, versions: recognitionVersions(reading.stages), stages: reading.stages };
}

describe('workers of two versions on one register', () => {
  it('are told apart by what the reading of a page depends on, the highest first', async () => {
    const { office, versions, stages } = await openNew();
    const versionOf = (name: string) => stages.find((s) => s.name === name)!.version;
    expect(versions).toEqual([versionOf('extraction'), versionOf('ocr')]);
    const { isOutdated } = office.register.upkeep;
    const [extraction, ocr] = versions as [number, number];
    for (const [said, outdated] of [
      [[extraction, ocr], false],
      [[extraction, ocr], false],
      [[extraction, ocr + 1], false],
      [[extraction, ocr], true],
      [[extraction + 1, 1], false],
      [[extraction, ocr + 1], true],
      [[extraction + 1, 1], false],
    ] as const)
      expect([said, await isOutdated(said)]).toEqual([said, outdated]);
  });

  it('the older one takes up nothing, and stops when a newer one comes', async () => {
    const { office, versions } = await openNew();
    const events: string[] = [];
    const stop = new AbortController();
    const working = runWorkers(office, { stop: stop.signal, report: (event) => events.push(event) }).then(
      () => null,
      (error: unknown) => error,
    );
    await waitFor('the worker to start', () => events.includes('worker.started'), 30_000);
    expect(await office.register.upkeep.isOutdated(versions.map((v) => v + 1))).toBe(false);
    expect(await working).toMatchObject({ code: 'worker.outdated' });
    expect(events.slice(-2)).toEqual(['worker.outdated', 'worker.stopped']);
    const later: string[] = [];
    await expect(
      runWorkers(office, { stop: stop.signal, report: (event) => later.push(event) }),
    ).rejects.toMatchObject({ code: 'worker.outdated' });
    expect(later).not.toContain('worker.started');
  }, 90_000);
});
