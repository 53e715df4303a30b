import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { maskWords } from '../../../pipelines/index.js';
import { type EmbeddedPostgres, openEmbeddedPostgres, openRegister } from '../../../register/index.js';
import { createLookup, keyBytes, type Lookup, type News, newsSql } from '../../../register/lookup/index.js';
import { useFolder } from '../../support/index.js';

const folder = await useFolder('lookup');
const cipher = { seal: (text: string) => Buffer.from(text), open: (bytes: Uint8Array) => `${bytes}` };
const keysOf = (id: number) => ({ bands: [id * 7919], anchors: [], names: [] });

/** A connection on which one paper is filed, and what its process is told. */
async function openConnection(server: EmbeddedPostgres, lookup: Lookup) {
  const client = new pg.Client(server.connection);
  await client.connect();
  let transaction = '';
  let paper = 0;
  return {
    close: () => client.end(),
    /** Up to the commit: what is found from then on. */
    async begin(id: number): Promise<void> {
      paper = id;
      await client.query('begin');
      await lookup.load(client);
      await lookup.learn(async (...asked) => {
        const { rows } = await client.query<News>(
          `with f as (insert into fingerprints (item_id, text_hash, size, keys, version) values ($1, '', 1, $2, 1))
           select ${newsSql('$3', '$4', '$5')}`,
          [id, keyBytes(keysOf(id)), ...asked],
        );
        transaction = rows[0]!.own;
        return rows[0]!;
      });
    },
    end: (word: 'commit' | 'rollback') => client.query(word),
    tell: (committed: boolean) =>
      lookup.ended(transaction, committed ? [{ itemId: paper, keys: keysOf(paper).bands }] : null),
  };
}

describe('what a process knows of the papers of others', () => {
  let server: EmbeddedPostgres;
  const [mine, theirs] = [createLookup(), createLookup()];
  const connections: Awaited<ReturnType<typeof openConnection>>[] = [];
  const found = (lookup: Lookup, id: number) => lookup.find(keysOf(id), 5).map((l) => l.itemId);

  beforeAll(async () => {
    server = await openEmbeddedPostgres(join(folder.path, 'postgres'), join(folder.path, 'postgres.log'));
    await (await openRegister(server.connection, cipher, maskWords)).close();
    for (const lookup of [mine, mine, theirs]) connections.push(await openConnection(server, lookup));
  }, 120_000);
  afterAll(async () => {
    for (const connection of connections) await connection.close();
    await server?.close();
  }, 60_000);

  const file = async (connection: number, id: number, word: 'commit' | 'rollback' = 'commit') => {
    const one = connections[connection]!;
    await one.begin(id);
    await one.end(word);
    one.tell(word === 'commit');
  };

  it('is its own at once, and that of others at the next look', async () => {
    await file(0, 1);
    expect(found(mine, 1)).toEqual([1]);
    await file(2, 2);
    expect(found(theirs, 1)).toEqual([1]);
    expect(found(mine, 2)).toEqual([]);
    await file(1, 3);
    expect(found(mine, 2)).toEqual([2]);
    expect(mine.size().papers).toBe(3);
  });

  it('is what was committed, however late, and never what was not', async () => {
    await connections[2]!.begin(10);
    await file(0, 11);
    await file(0, 12, 'rollback');
    expect(found(mine, 10)).toEqual([]);
    await connections[2]!.end('commit');
    connections[2]!.tell(true);
    await file(1, 13);
    expect(found(mine, 10)).toEqual([10]);
    await file(2, 14);
    expect([11, 12, 13].map((id) => found(theirs, id))).toEqual([[11], [], [13]]);
    expect(found(mine, 12)).toEqual([]);
  });

  it('has each paper once, whichever tells of it first', async () => {
    const before = mine.size().papers;
    const [first, second] = [connections[0]!, connections[1]!];
    await first.begin(20);
    await first.end('commit');
    // Another connection of this process looks before the first one's commit is known here.
    await file(1, 21);
    expect(found(mine, 20)).toEqual([20]);
    first.tell(true);
    // The other way round: the look is under way when it is told.
    await first.begin(22);
    await first.end('commit');
    const looking = second.begin(23);
    first.tell(true);
    await looking;
    await second.end('commit');
    second.tell(true);
    // Nobody can say how this one ended: the news does.
    await first.begin(24);
    await first.end('commit');
    first.tell(false);
    await file(1, 25);
    expect([20, 21, 22, 23, 24, 25].map((id) => found(mine, id))).toEqual([
      [20],
      [21],
      [22],
      [23],
      [24],
      [25],
    ]);
    expect(mine.size().papers - before).toBe(7);
    const { papers } = mine.size();
    const late = createLookup();
    const connection = await openConnection(server, late);
    await connection.begin(30);
    await connection.end('rollback');
    await connection.close();
    expect(late.size().papers).toBe(papers);
  });
});
