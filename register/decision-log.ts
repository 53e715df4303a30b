import type { Cipher, Correction, DecisionKind, RecordDecision } from '../domain/index.js';
import type { Database } from './database.js';
import { type MaskWords, readInformantsOfClues } from './informants.js';

/** A decision as it stands in the log: as in a record, with what was set. */
export interface LoggedDecision extends RecordDecision {
  /** What was typed on the card; null where nothing was. */
  card: Correction | null;
}

export interface DecisionFilter {
  /** ISO days in the time zone, both inclusive. */
  since?: string;
  until?: string;
  timeZone: string;
  by?: string;
  kind?: DecisionKind;
  limit: number;
}

export type DecisionLog = ReturnType<typeof createDecisionLog>;

/** All that people decided, for whoever has to answer for it. */
export function createDecisionLog(db: Database, cipher: Cipher, mask: MaskWords) {
  return {
    /** The latest of them in the order in which they were taken, and how many there are in all. */
    async list(filter: DecisionFilter): Promise<{ total: number; decisions: LoggedDecision[] }> {
      const { since, until, timeZone, by, kind, limit } = filter;
      const { rows } = await db.query<{ total: number; decision: LoggedDecision }>(listSql, [
        timeZone,
        since ?? null,
        until ?? null,
        by ?? null,
        kind ?? null,
        limit,
      ]);
      const decisions = rows.map((r) => r.decision);
      // A reason, or what was typed, may name an informant of whom nobody knew yet.
      const clues = [...new Set(decisions.flatMap((d) => [d.from, d.to]))];
      const informants = await readInformantsOfClues(db, cipher, clues);
      return {
        total: rows[0]?.total ?? 0,
        decisions: decisions.map((d) => {
          const known = [...(informants.get(d.from) ?? []), ...(informants.get(d.to) ?? [])];
          const cover = (text: string) => mask(text, known);
          const card = JSON.stringify(d.card, (_, value: unknown) =>
            typeof value === 'string' ? cover(value) : value,
          );
          return {
            ...d,
            reason: cover(d.reason),
            named: d.named.map(cover),
            card: JSON.parse(card) as Correction | null,
          };
        }),
      };
    },
  };
}

/** Of decisions d, as a record and the log tell them. */
export const decisionJson = `jsonb_build_object('id', d.id, 'at', d.at, 'by', d.actor, 'kind', d.kind,
  'reason', d.reason, 'from', f.clue_no, 'to', t.clue_no, 'undoneBy', u.id, 'undoes', d.undoes,
  'fields', coalesce((select jsonb_agg(k order by k) from jsonb_object_keys(d.correction) k), '[]'),
  'named', coalesce((select jsonb_agg(distinct part.value) from jsonb_array_elements(d.correction->'accused') a,
    jsonb_each_text(a) part where part.value is not null and a->'asItStood' is null), '[]'),
  'amount', d.correction->'amount',
  'sources', array(select s.id from sources s where s.item_id = any(d.items) order by 1))`;
export const decisionJoins = `join clues f on f.id = d.from_clue join clues t on t.id = d.to_clue
  left join decisions u on u.undoes = d.id`;

const listSql = `
with chosen as (
  select id, count(*) over ()::int as total from decisions
  where ($2::date is null or (at at time zone $1)::date >= $2) and ($3::date is null or (at at time zone $1)::date <= $3)
    and ($4::text is null or actor = $4) and ($5::text is null or kind = $5)
  order by id desc limit $6
)
select c.total, ${decisionJson} || jsonb_build_object('card', d.correction) as decision
from chosen c join decisions d on d.id = c.id ${decisionJoins} order by d.id`;
