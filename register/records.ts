import {
  type Cipher,
  doubtsOf,
  type InformantField,
  isSumDoubted,
  linkStrength,
  type RegisterRecord,
  type Span,
} from '../domain/index.js';
import type { Database } from './database.js';
import { decisionJoins, decisionJson } from './decision-log.js';
import { type MaskWords, readInformantsOfClues } from './informants.js';

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

export interface RecordFilter {
  petitionClass?: string;
  topic?: string;
  /** What the reader should know before trusting the text. */
  flag?: string;
  /** Stands in an accused person's name, or in the name of a unit that is accused itself. */
  accused?: string;
  since?: string;
  until?: string;
  /** All of these words must stand in a source's text, the title or an accused person's name. */
  words?: readonly string[];
  /** By the day of receipt; oldest first where nothing is said. */
  order?: 'oldest' | 'newest';
  limit?: number;
  offset?: number;
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

function conditionsOf(filter: RecordFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const conditions = ['not c.withdrawn'];
  const add = (sql: (place: string) => string, value: unknown) => {
    values.push(value);
    conditions.push(sql(`$${values.length}`));
  };
  if (filter.petitionClass) add((p) => `c.petition_class = ${p}`, filter.petitionClass);
  if (filter.topic)
    add((p) => `exists (select 1 from tags t where t.clue_id = c.id and t.code = ${p})`, filter.topic);
  if (filter.flag) add((p) => `${p} = any(c.flags)`, filter.flag);
  if (filter.accused)
    add(
      (p) => `exists (select 1 from accused a where a.clue_id = c.id
        and strpos(coalesce(a.name, a.organisation), ${p}) > 0)`,
      filter.accused,
    );
  if (filter.since) add((p) => `c.received_on >= ${p}::date`, filter.since);
  if (filter.until) add((p) => `c.received_on <= ${p}::date`, filter.until);
  for (const word of filter.words ?? []) {
    // strpos, not LIKE: a word is a word, whatever % or _ it holds.
    add(
      (p) => `(strpos(c.title, ${p}) > 0 or strpos(c.clue_no, ${p}) > 0
        or exists (select 1 from accused a where a.clue_id = c.id and strpos(concat_ws(' ', a.name, a.organisation), ${p}) > 0)
        or exists (select 1 from sources s join items i on i.id = s.item_id
          where s.clue_id = c.id and not s.superseded and strpos(${shownText}, ${p}) > 0))`,
      word,
    );
  }
  return { where: `where ${conditions.join(' and ')}`, values };
}

/** What a person typed stands for what machines read. */
const shownText = `coalesce(i.typed->>'summary', i.text)`;

/** What people last said of the clue's links, also where either clue was merged since. */
const verdictsSql = `
  select distinct on (other) other, kind from (
    select d.id, d.kind, standing_clue(case when d.from_clue = any(own.ids) then d.to_clue else d.from_clue end) as other
    from (select merged_clues(c.id) as ids) own join standing_decisions d
      on d.kind in ('link-confirm', 'link-reject') and (d.from_clue = any(own.ids) or d.to_clue = any(own.ids))) x
  where other <> c.id order by other, id desc`;

/** A paper that a person typed, or that carries its text itself, owes nothing to the engine that read others of its file. */
const enginesSql = `case when i.typed is not null then '[]' else coalesce((
  select jsonb_agg(distinct p.engine) from pages p
  where p.document_id = d.id and i.item->'scans' @> to_jsonb(p.number) and p.engine is not null), '[]') end`;

/** What a person typed is not doubted. */
const doubtfulSql = `case when i.typed is null then coalesce(i.item->'doubtful', '[]') else '[]' end`;

const recordSql = `
select jsonb_build_object(
  'clueNo', c.clue_no, 'petitionClass', c.petition_class, 'title', c.title, 'summary', c.summary,
  'receivedOn', c.received_on, 'source', c.source, 'channel', c.channel, 'signature', c.signature,
  'status', c.status, 'disposition', c.disposition, 'assignedTo', c.assigned_to, 'dueOn', c.due_on,
  'sources', (
    select jsonb_agg(jsonb_build_object('id', s.id, 'file', s.file, 'member', i.member,
      'label', i.item->>'label', 'row', i.row_number, 'page', coalesce((i.item->'pages'->0->>'number')::int, 1),
      'sha256', d.sha256, 'receivedOn', s.received_on, 'relation', s.relation,
      'similarity', s.similarity::numeric, 'resembles', s.resembles, 'why', s.why, 'newFacts', s.new_facts,
      'text', ${shownText}, 'doubtful', ${doubtfulSql}, 'receipt', s.receipt_id, 'typed', i.typed is not null, 'engines', ${enginesSql}) order by s.ordinal, s.id)
    from sources s join items i on i.id = s.item_id join documents d on d.id = i.document_id
    where s.clue_id = c.id and not s.superseded),
  'accused', coalesce((
    select jsonb_agg(jsonb_build_object('name', a.name, 'organisation', a.organisation, 'position', a.position,
      'evidence', a.evidence) order by a.ordinal) from accused a where a.clue_id = c.id), '[]'),
  'topics', coalesce((
    select jsonb_agg(jsonb_build_object('code', t.code, 'name', t.name, 'score', t.score::numeric,
      'evidence', t.evidence) order by t.score desc, t.code)
    from tags t where t.clue_id = c.id and t.kind = 'topic'), '[]'),
  'offences', coalesce((
    select jsonb_agg(jsonb_build_object('code', t.code, 'name', t.name, 'score', t.score::numeric,
      'evidence', t.evidence) order by t.score desc, t.code)
    from tags t where t.clue_id = c.id and t.kind = 'offence'), '[]'),
  'entities', c.entities, 'amount', c.amount, 'actedFrom', c.acted_from, 'actedTo', c.acted_to,
  'linked', coalesce((
    select jsonb_agg(jsonb_build_object('clueNo', l.clue_no, 'why', l.why, 'confirmed', l.confirmed) order by l.clue_no)
    from (
      select o.clue_no, coalesce(m.why, '{}') as why, v.kind is not null as confirmed
      from (
        select n.clue_id as other, array_agg(distinct m.kind || ':' || m.label) as why, count(*) as n
        from links m join links n on n.kind = m.kind and n.key = m.key and n.clue_id <> m.clue_id
        where m.clue_id = c.id group by 1) m
      full join (${verdictsSql}) v on v.other = m.other
      join clues o on o.id = coalesce(m.other, v.other) and not o.withdrawn
      where v.kind is distinct from 'link-reject'
      order by v.kind is null, m.n desc nulls last, o.clue_no limit $2) l), '[]'),
  'decisions', coalesce((
    select jsonb_agg(${decisionJson} order by d.id) from decisions d ${decisionJoins} where d.from_clue = c.id or d.to_clue = c.id), '[]'),
  'quality', jsonb_build_object('ocr', c.ocr, 'confidence', c.confidence::numeric, 'flags', c.flags)
) as record
from clues c where c.id = any($1) order by c.received_on, c.id`;
