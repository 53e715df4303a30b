import {
  type Cipher,
  doubtsOf,
  type InformantField,
  isSumDoubted,
  linkStrength,
  type RegisterRecord,
  type Span,
} from '../../domain/index.js';
import type { Database } from '../database.js';
import { decisionJoins, decisionJson } from '../decision-log.js';
import { type MaskWords, readInformantsOfClues } from '../informants.js';
import { conditionsOf, type RecordFilter } from './filter.js';
import { recordSql } from './record-sql.js';

/** One line of the list. */
export interface RecordLine {
  clueNo: string;
  petitionClass: string;
  title: string;
  summary: string;
  receivedOn: string;
  source: string;
  channel: string;
  signature: string;
  status: string;
  accused: string[];
  topics: string[];
  amount: number | null;
  sources: number;
  flags: string[];
  /** What recognition is not sure of: characters of each of the accused, in their order, and the sum. */
  doubts: { accused: Span[][]; amount: boolean };
}

/** Lines of the list: 件 are the records, 件次 the sources of all of them, shown or not. */
export interface RecordPage {
  total: number;
  sources: number;
  lines: RecordLine[];
}

export type Records = ReturnType<typeof createRecords>;

/** Clues linked to more others than this are linked by something that tells nothing. */
const mostLinks = 50;

const allSources = `(
  select count(*)::int from sources s join matching m on m.id = s.clue_id where not s.superseded)`;

/** The words of a list, wherever they stand: one place where recognition is sure of a character settles it. */
const doubtedSql = `(
  select jsonb_agg(e) from jsonb_array_elements(c.entities) e where e->>'type' = 'money'
    or e->>'text' in (select coalesce(a.name, a.organisation) from accused a where a.clue_id = c.id))`;

type ListedLine = Omit<RecordLine, 'doubts'> & {
  total: number;
  all: number;
  entities: RegisterRecord['entities'] | null;
  said: RegisterRecord['decisions'] | null;
};

function lineOf({ total: _, all: __, entities, said, ...line }: ListedLine): RecordLine {
  const read = { entities: entities ?? [], decisions: said ?? [] };
  return {
    ...line,
    doubts: {
      accused: line.accused.map((name) => doubtsOf(name, read)),
      amount: isSumDoubted(line.amount, read),
    },
  };
}

export function createRecords(db: Database, cipher: Cipher, mask: MaskWords) {
  return {
    async list(filter: RecordFilter = {}): Promise<RecordPage> {
      const { where, values } = conditionsOf(filter);
      const way = filter.order === 'newest' ? 'desc' : 'asc';
      const { rows } = await db.query<ListedLine>(
        `with matching as materialized (select c.id, c.received_on from clues c ${where})
         select c.clue_no as "clueNo", c.petition_class as "petitionClass", c.title, c.summary,
           c.received_on as "receivedOn", c.source, c.channel, c.signature, c.status, c.amount, c.flags,
           array(select coalesce(a.name, a.organisation, '') from accused a where a.clue_id = c.id order by ordinal)
             as accused,
           array(select t.code from tags t where t.clue_id = c.id and t.kind = 'topic' order by t.score desc, t.code)
             as topics,
           (select count(*)::int from sources s where s.clue_id = c.id and not s.superseded) as sources,
           (select count(*)::int from matching) as total, ${allSources} as all,
           case when c.ocr then ${doubtedSql} end as entities,
           case when c.ocr then (select jsonb_agg(${decisionJson} order by d.id) from decisions d ${decisionJoins}
             where d.kind in ('correct', 'register') and d.to_clue = c.id) end as said
         from (select * from matching order by received_on ${way}, id ${way}
           limit $${values.length + 1} offset $${values.length + 2}) m
         join clues c on c.id = m.id order by c.received_on ${way}, c.id ${way}`,
        [...values, filter.limit ?? 200, filter.offset ?? 0],
      );
      const first = rows[0];
      const counted = first ? { total: first.total, sources: first.all } : await count(where, values);
      return { ...counted, lines: rows.map(lineOf) };
    },

    /** The whole record, or null. */
    async show(clueNo: string): Promise<RegisterRecord | null> {
      const { rows } = await db.query<{ id: number }>(
        'select id from clues where clue_no = $1 and not withdrawn',
        [clueNo],
      );
      return rows[0] ? ((await readRecords([rows[0].id]))[0] ?? null) : null;
    },

    /** The number of the clue that counts for one that was merged, or null. */
    async mergedInto(clueNo: string): Promise<string | null> {
      const { rows } = await db.query<{ clue_no: string }>(
        `select s.clue_no from clues c join clues s on s.id = standing_clue(c.id)
         where c.clue_no = $1 and c.merged_into is not null`,
        [clueNo],
      );
      return rows[0]?.clue_no ?? null;
    },

    /** Numbers of clues, merged and withdrawn ones too, that are this or end in it, in their order. */
    async numbersEndingIn(end: string): Promise<string[]> {
      const { rows } = await db.query<{ clue_no: string }>(
        'select clue_no from clues where right(clue_no, length($1)) = $1 order by 1 limit 100',
        [end],
      );
      return rows.map((r) => r.clue_no);
    },

    /** Numbers of the clues that papers of the receipt lie under, or the one paper with this place in its file. */
    async numbersOfPaper(receiptId: number, ordinal: number | null): Promise<string[]> {
      const { rows } = await db.query<{ clue_no: string }>(
        `select distinct c.clue_no from sources s join clues c on c.id = s.clue_id join items i on i.id = s.item_id
         where s.receipt_id = $1 and not s.superseded and ($2::int is null or i.ordinal = $2) order by 1 limit 100`,
        [receiptId, ordinal],
      );
      return rows.map((r) => r.clue_no);
    },

    /** All records in the order of their opening, a few hundred at a time: the register may be larger than memory. */
    async *all(): AsyncGenerator<RegisterRecord> {
      let after = 0;
      for (;;) {
        const page = await db.query<{ id: number }>(
          'select id from clues where id > $1 and not withdrawn order by id limit 200',
          [after],
        );
        const last = page.rows.at(-1);
        if (!last) return;
        yield* await readRecords(page.rows.map((r) => r.id));
        after = last.id;
      }
    },

    /** Records that have a source in one of the documents, and in which. */
    async ofDocuments(
      documentIds: readonly number[],
    ): Promise<{ documentIds: number[]; record: RegisterRecord }[]> {
      const { rows } = await db.query<{ id: number; clue_no: string; documents: number[] }>(
        `select c.id, c.clue_no, array_agg(distinct i.document_id) as documents from clues c
         join sources s on s.clue_id = c.id join items i on i.id = s.item_id
         where i.document_id = any($1) and not s.superseded and not c.withdrawn group by c.id`,
        [documentIds],
      );
      const byNumber = new Map(rows.map((r) => [r.clue_no, r.documents.map(Number)]));
      const records = await readRecords(rows.map((r) => r.id));
      return records.map((record) => ({ documentIds: byNumber.get(record.clueNo) ?? [], record }));
    },
  };

  async function count(where: string, values: unknown[]): Promise<{ total: number; sources: number }> {
    const { rows } = await db.query<{ total: number; sources: number }>(
      `with matching as (select c.id from clues c ${where})
       select (select count(*)::int from matching) as total, ${allSources} as sources`,
      values,
    );
    return rows[0]!;
  }

  async function readRecords(ids: readonly number[]): Promise<RegisterRecord[]> {
    if (ids.length === 0) return [];
    const { rows } = await db.query<{ record: RegisterRecord }>(recordSql, [ids, mostLinks]);
    // A reason may name an informant of whom nobody knew yet when it was given.
    const decided = rows.flatMap(({ record }) => (record.decisions.length > 0 ? [record.clueNo] : []));
    const informants = await (decided.length > 0
      ? readInformantsOfClues(db, cipher, decided)
      : new Map<string, InformantField[]>());
    return rows.map(({ record }) => ({
      ...record,
      decisions: record.decisions.map((decision) => {
        const cover = (words: string) => mask(words, informants.get(record.clueNo) ?? []);
        return { ...decision, reason: cover(decision.reason), named: decision.named.map(cover) };
      }),
      linked: record.linked.map((link) => ({
        ...link,
        strength: link.confirmed ? 'strong' : linkStrength(link.why),
      })),
    }));
  }
}
