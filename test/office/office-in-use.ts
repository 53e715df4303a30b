import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Channel, type RegisterRecord, recordSchema } from '../../domain/index.js';
import { fileItems, inspectFile, openOffice, openReading, readConfig } from '../../office/index.js';
import type { ItemResult } from '../../register/index.js';
import { createHandlers } from '../../workers/handlers.js';
import { askPostgres, embeddedConnection, useFolder } from '../support/index.js';

/** What is known of a paper that is handed in; what is not said is a text file of 2019-07-01. */
export interface HandedIn {
  name?: string;
  channel?: Channel;
  day?: string;
  batch?: string;
  /** Where it came from; else from a place of its own. */
  place?: string;
}

/**
 * An office with an embedded register of its own, read by a text worker of this process; closed after the tests of the
 * file.
 */
export async function useOffice(name: string) {
  const folder = await useFolder(name);
  const env: Record<string, string> = { QIDI_HOME: await folder.make() };
  const office = await openOffice(readConfig(env));
  folder.defer(() => office.close());
  const reading = await openReading(office.lexicon, office.config);
  folder.defer(() => reading.close());
  const problems: string[] = [];
  const { text } = createHandlers(
    office,
    reading,
    (event, facts) => problems.push(`${event} ${facts.code}`),
    new AbortController().signal,
  );

  const receive = async (content: string | Uint8Array, known: HandedIn = {}) => {
    const { sha256, size } = await office.originals.put(
      (async function* () {
        yield Buffer.from(content);
      })(),
    );
    const name = known.name ?? '来件.txt';
    const [result] = await office.register.receipts.receive(known.batch ?? randomUUID(), [
      {
        sha256,
        size,
        extension: name.slice(name.lastIndexOf('.') + 1),
        originKey: office.keys.fingerprint(known.place ?? randomUUID()),
        name,
        channel: known.channel ?? null,
        receivedOn: known.day ?? '2019-07-01',
        basis: 'stated',
        arrivedOn: '2019-07-02',
      },
    ]);
    return result!;
  };
  /** What the pipeline makes of a text, to be filed as another reading of a document. */
  const resultsOf = async (content: string): Promise<ItemResult[]> => {
    const path = join(await folder.make(), 'a.txt');
    await writeFile(path, content);
    const found = await inspectFile(reading, path, { channel: null, receivedOn: null }, 'Asia/Shanghai');
    return found.items.map((item, i) => ({
      item,
      sealed: found.sealed[i]!,
      topics: found.topics[i]!,
      fingerprint: found.fingerprints[i]!,
    }));
  };

  return {
    env,
    folder,
    office,
    reading,
    text,
    /** Events and codes of all that went wrong with the worker. */
    problems,
    /** Hands a paper in; nothing reads it yet. */
    receive,
    /** Hands a paper in and has it read, if that is due. */
    async file(content: string | Uint8Array, known: HandedIn = {}) {
      const result = await receive(content, known);
      if (result.job) await text({ lane: 'text', ...result.job }, { last: true });
      return result;
    },
    resultsOf,
    /** Files the document with this content anew, as another reading finds it. */
    async refile(content: string, results: readonly ItemResult[]) {
      const { job, documentId } = await receive(content);
      await office.register.commitText({ ...job!, results: [], recognitionDigest: '' }, (filing) =>
        fileItems(filing, office, documentId, results),
      );
    },
    async recordsOf(documentId: number): Promise<RegisterRecord[]> {
      const found = await office.register.records.ofDocuments([documentId]);
      return found.map(({ record }) => recordSchema.parse(record));
    },
    async query(sql: string, values: unknown[] = []) {
      return askPostgres(await embeddedConnection(env.QIDI_HOME!), sql, values);
    },
  };
}
