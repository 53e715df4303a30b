import type { Relation } from '../domain/index.js';
import type { Database } from './database.js';

/** A paper of a family, without its text. */
export interface FamilySource {
  id: number;
  /** Number of its receipt. */
  receipt: number;
  receivedOn: string;
  relation: Relation;
  /** To the source `resembles`, counted from 0. */
  similarity: number;
  resembles: number | null;
  why: string[];
  newFacts: string[];
  file: string;
  member: string | null;
  label: string | null;
  row: number | null;
  page: number;
}

/** A clue with more than one source, the principal one first. */
export interface Family {
  clueNo: string;
  title: string;
  sources: FamilySource[];
}

export type Families = ReturnType<typeof createFamilies>;

export function createFamilies(db: Database) {
  return {
    /** From which clue to which a decision moved which sources, or the clues that it links. */
    async decided(id: number): Promise<{ from: string; to: string; sources: number[] }> {
      const { rows } = await db.query<{ from: string; to: string; sources: string[] }>(
        `select f.clue_no as from, t.clue_no as to,
           array(select s.id from sources s where s.item_id = any(d.items) order by 1) as sources
         from decisions d join clues f on f.id = d.from_clue join clues t on t.id = d.to_clue where d.id = $1`,
        [id],
      );
      const { sources, ...clues } = rows[0]!;
      return { ...clues, sources: sources.map(Number) };
    },

    /** Clues with more than one source, by the day of the first; how many there are, and sources in all of them. */
    async list(limit: number): Promise<{ total: number; sources: number; families: Family[] }> {
      const { rows } = await db.query<Family & { total: number; all: number }>(
        `with families as (
           select s.clue_id, count(*) as n from sources s join clues c on c.id = s.clue_id
           where not s.superseded and not c.withdrawn group by 1 having count(*) > 1
         )
         select c.clue_no as "clueNo", c.title,
           (select count(*)::int from families) as total, (select sum(n)::int from families) as all,
           (select jsonb_agg(jsonb_build_object('id', s.id, 'receipt', s.receipt_id, 'receivedOn', s.received_on, 'relation', s.relation,
               'similarity', s.similarity::numeric, 'resembles', s.resembles, 'why', s.why, 'newFacts', s.new_facts,
               'file', s.file, 'member', i.member, 'label', i.item->>'label', 'row', i.row_number,
               'page', coalesce((i.item->'pages'->0->>'number')::int, 1)) order by s.ordinal, s.id)
             from sources s join items i on i.id = s.item_id
             where s.clue_id = c.id and not s.superseded) as sources
         from families f join clues c on c.id = f.clue_id order by c.received_on, c.id limit $1`,
        [limit],
      );
      return {
        total: rows[0]?.total ?? 0,
        sources: rows[0]?.all ?? 0,
        families: rows.map(({ total: _, all: __, ...family }) => family),
      };
    },
  };
}
