import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { type Office, openOffice, openReading, type Reading, readConfig } from '../../office/index.js';
import { createHandlers, type Handler } from '../../workers/handlers.js';
import { askPostgres, type Backend, embeddedConnection, type startServers } from '../support/index.js';

export const informant = '申屠海燕';
export const phone = '13987654321';

export const letter = (
  n: number,
  accused = '范明志',
  more = '',
) => `关于澜川市人防办主任${accused}有关问题的举报信
尊敬的市纪委领导：
我叫${informant}，家住澜川市青麓区桐荫路18号，电话${phone}。现反映澜川市人防办党组书记、主任${accused}的问题：
一、2015年3月，第${n}号翠云苑小区报建，应缴易地建设费193万元，${accused}没有上会研究，一个人签字同意减半收取，违规减免96.5万元。
二、2016年4月底，${n}号楼的开发商曹旺生送给${accused}现金${20 + n}万元，${accused}收下后把手续办了。${more}
恳请组织核查。
举报人：${informant}
2017年4月15日
`;

const store = (office: Office, text: string) =>
  office.originals.put(
    (async function* () {
      yield Buffer.from(text);
    })(),
  );

/** Two offices of one register, as in two processes, each with a text worker; opened before the tests of this place. */
export function useOffices(servers: Awaited<ReturnType<typeof startServers>>, backend: Backend) {
  let env: Record<string, string>;
  let offices: Office[];
  let reading: Reading;
  let handlers: Handler[];
  const problems: string[] = [];

  beforeAll(async () => {
    env = await servers.settings(backend);
    offices = [await openOffice(readConfig(env)), await openOffice(readConfig(env))];
    reading = await openReading(offices[0]!.lexicon, offices[0]!.config);
    const never = new AbortController().signal;
    handlers = offices.map(
      (office) =>
        createHandlers(office, reading, (event, facts) => problems.push(`${event} ${facts.code}`), never)
          .text,
    );
  }, 120_000);
  afterAll(async () => {
    await reading?.close();
    for (const office of offices ?? []) await office.close();
  }, 60_000);

  const receive = async (texts: readonly string[], options: { place?: string; batch?: string } = {}) => {
    const office = offices[0]!;
    const stored = await Promise.all(texts.map((text) => store(office, text)));
    return office.register.receipts.receive(
      options.batch ?? randomUUID(),
      stored.map(({ sha256, size }, i) => ({
        sha256,
        size,
        extension: 'txt',
        originKey: office.keys.fingerprint(options.place ?? `${sha256}-${i}`),
        name: `${informant}-${i}.txt`,
        channel: null,
        receivedOn: '2017-04-18',
        basis: 'stated' as const,
        arrivedOn: '2017-04-19',
      })),
    );
  };
  const query = async (sql: string, values: unknown[] = []) =>
    askPostgres(env.DATABASE_URL ?? (await embeddedConnection(env.QIDI_HOME!)), sql, values);
  const run = (worker: number, job: { documentId: number; generation: number } | null) =>
    handlers[worker]!({ lane: 'text', ...job! }, { last: true });
  const clueOf = async (documentId: number) =>
    (
      await query(
        `select distinct c.clue_no from clues c join sources s on s.clue_id = c.id join items i on i.id = s.item_id
         where i.document_id = $1`,
        [documentId],
      )
    ).map((r) => r.clue_no as string);

  return {
    env: () => env,
    offices: () => offices,
    reading: () => reading,
    /** Events and codes of all that went wrong with the workers. */
    problems,
    receive,
    query,
    run,
    clueOf,
  };
}
