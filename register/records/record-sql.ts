import { decisionJoins, decisionJson } from '../decision-log.js';

/** What a person typed stands for what machines read. */
export const shownText = `coalesce(i.typed->>'summary', i.text)`;

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

/** Records of the clues $1, with at most $2 links each. */
export const recordSql = `
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
