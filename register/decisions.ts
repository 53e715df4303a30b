import type { Cipher, Correction, DecisionKind, InformantField, InformantRuling } from '../domain/index.js';
import type { Queryable } from './database.js';
import { filingLock } from './filing/index.js';
import { readInformants } from './informants.js';
import { openNamed, sealNamed } from './rulings.js';

/** A clue as a decision finds it. */
export interface DecidedClue {
  id: number;
  /** Nothing supports it any more. */
  withdrawn: boolean;
  /** The number of the clue that counts for it, where it was merged. */
  mergedInto: string | null;
}

/** A source with the clue that it is under now. */
interface FoundSource {
  id: number;
  itemId: number;
  clueId: number;
  clueNo: string;
}

/** What a person decided, as it is kept. */
export interface NewDecision {
  kind: DecisionKind;
  actor: string;
  /** With informants masked. */
  reason: string;
  from: number;
  to: number;
  items: readonly number[];
  undoes?: number;
  correction?: Correction;
  /** Items that whoever set a card right had before them. */
  seen?: readonly number[];
  /** Who is the informant of these papers, or is not. */
  ruled?: { items: readonly number[]; named: InformantRuling['named'] };
}

export interface KeptDecision {
  id: number;
  kind: DecisionKind;
  from: number;
  to: number;
  items: number[];
  undoneBy: number | null;
  /** Whom it says to be an informant, or none; nobody where it says nothing of that. */
  named: InformantRuling['named'];
}

export type Decisions = ReturnType<typeof createDecisions>;

/** The register's side of what people decide about families and links, inside one transaction. */
export function createDecisions(client: Queryable, cipher: Cipher) {
  return {
    /** Waits until nobody files or decides anything, and keeps both waiting until the transaction ends. */
    async begin(): Promise<void> {
      await client.query('select pg_advisory_xact_lock($1)', [filingLock]);
    },

    async findClue(clueNo: string): Promise<DecidedClue | null> {
      const { rows } = await client.query<DecidedClue>(
        `select c.id, c.withdrawn, case when c.merged_into is not null then
           (select s.clue_no from clues s where s.id = standing_clue(c.id)) end as "mergedInto"
         from clues c where c.clue_no = $1`,
        [clueNo],
      );
      return rows[0] ?? null;
    },

    /** The sources that count, of those given: under which item and clue each stands. */
    async findSources(ids: readonly number[]): Promise<FoundSource[]> {
      const { rows } = await client.query<FoundSource>(
        `select s.id, s.item_id as "itemId", s.clue_id as "clueId", c.clue_no as "clueNo"
         from sources s join clues c on c.id = s.clue_id where s.id = any($1) and not s.superseded order by s.id`,
        [ids],
      );
      return rows;
    },

    /** All items of a clue: also those that the last reading of their document did not find, none that was taken back. */
    async itemsOf(clueId: number): Promise<number[]> {
      const { rows } = await client.query<{ id: number }>(
        'select distinct item_id as id from sources where clue_id = $1 and not released order by 1',
        [clueId],
      );
      return rows.map((r) => r.id);
    },

    /** What the items say of their informants: it stays out of the words of a decision. */
    informantsOf: (items: readonly number[]): Promise<InformantField[]> =>
      readInformants(client, cipher, items),

    /** Names and units of whom the clues accuse. */
    async accusedOf(clueIds: readonly number[]): Promise<Set<string>> {
      const { rows } = await client.query<{ named: string }>(
        `select unnest(array_remove(array[name, organisation], null)) as named from accused where clue_id = any($1)`,
        [clueIds],
      );
      return new Set(rows.map((r) => r.named));
    },

    /** Puts the items with all their sources under a clue; which source opened it is for the filing to say. */
    async place(items: readonly number[], clueId: number): Promise<void> {
      await client.query(
        'update sources set clue_id = $2, opened_clue = false where item_id = any($1) and clue_id <> $2',
        [items, clueId],
      );
    },

    /** @returns the number of the decision. */
    async keep(decision: NewDecision): Promise<number> {
      const { kind, actor, reason, from, to, items, undoes, correction, seen, ruled } = decision;
      const { rows } = await client.query<{ id: number }>(
        `with d as (
           insert into decisions (actor, kind, reason, from_clue, to_clue, items, undoes, correction, seen,
             sealed_named)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning *
         ), r as (
           insert into ruled_papers (decision_id, item_id) select d.id, i from d, unnest($11::bigint[]) i
         ), a as (
           insert into audit (actor, action, subject, details)
           select actor, 'decision.' || kind, 'decision:' || id, jsonb_build_object('from', from_clue, 'to', to_clue,
             'items', to_jsonb(items), 'undoes', undoes, 'reason', reason, 'correction', correction) from d
         ) select id from d`,
        [
          actor,
          kind,
          reason,
          from,
          to,
          items,
          undoes ?? null,
          correction ? JSON.stringify(correction) : null,
          seen ?? null,
          ruled ? sealNamed(cipher, ruled.named) : null,
          ruled?.items ?? [],
        ],
      );
      return rows[0]!.id;
    },

    /** Clues on whose cards people set anything right, by number. */
    async corrected(): Promise<{ id: number; clueNo: string }[]> {
      const { rows } = await client.query<{ id: number; clueNo: string }>(
        `select c.id, c.clue_no as "clueNo" from clues c where not c.withdrawn
           and exists (select 1 from standing_decisions d where d.kind = 'correct' and d.to_clue = c.id)
         order by c.clue_no`,
      );
      return rows;
    },

    /** What was said last of the link of two clues, or of those merged into them, and holds. */
    async verdictOn(
      a: number,
      b: number,
    ): Promise<{ id: number; kind: 'link-confirm' | 'link-reject' } | null> {
      const { rows } = await client.query<{ id: number; kind: 'link-confirm' | 'link-reject' }>(
        `select id, kind from standing_decisions where kind in ('link-confirm', 'link-reject')
           and (standing_clue(from_clue), standing_clue(to_clue)) in (($1, $2), ($2, $1))
         order by id desc limit 1`,
        [a, b],
      );
      return rows[0] ?? null;
    },

    async find(id: number): Promise<KeptDecision | null> {
      const { rows } = await client.query<
        Omit<KeptDecision, 'items' | 'named'> & { items: string[]; sealed: Buffer | null }
      >(
        `select d.id, d.kind, d.from_clue as from, d.to_clue as to, d.items, u.id as "undoneBy",
           d.sealed_named as sealed
         from decisions d left join decisions u on u.undoes = d.id where d.id = $1`,
        [id],
      );
      if (!rows[0]) return null;
      const { sealed, ...found } = rows[0];
      return { ...found, items: found.items.map(Number), named: sealed ? openNamed(cipher, sealed) : [] };
    },

    /** The items that a decision moved, and those that machines filed after it because they are most like one of them. */
    async followersOf({ id, to, items }: KeptDecision): Promise<number[]> {
      const { rows } = await client.query<{ id: number }>(
        `with recursive f as (
           select item_id, ordinal from sources
           where clue_id = $3 and not superseded and item_id = any($2::bigint[])
           union select s.item_id, s.ordinal from sources s join f on s.resembles = f.ordinal
           where s.clue_id = $3 and not s.superseded and placed_in(s.item_id) is null
             and s.filed_at > (select at from decisions where id = $1)
         ) select item_id as id from f union select unnest($2::bigint[]) order by 1`,
        [id, items, to],
      );
      return rows.map((r) => r.id);
    },

    /**
     * Later decisions that would have nothing to stand on without this one: those that moved the same items again,
     * merged the clue that these would go back to, or concern a clue that would end.
     * @param ends whether the clue that the items went to would be left without any.
     */
    async buildingOn({ id, from, to, items }: KeptDecision, ends: boolean): Promise<number[]> {
      const { rows } = await client.query<{ id: number }>(
        `select id from standing_decisions
         where id > $1 and (items && $2::bigint[] or (kind = 'merge' and from_clue = $3)
           or ($5 and (from_clue = $4 or to_clue = $4)))
         order by id desc`,
        [id, items, from, to, ends],
      );
      return rows.map((r) => r.id);
    },

    /** What people set right on a clue's card after a decision, and holds; the latest first. */
    async correctionsAfter(id: number, clueId: number): Promise<{ id: number; correction: Correction }[]> {
      const { rows } = await client.query<{ id: number; correction: Correction }>(
        `select id, correction from standing_decisions
         where id > $1 and kind = 'correct' and to_clue = $2 order by id desc`,
        [id, clueId],
      );
      return rows;
    },
  };
}
