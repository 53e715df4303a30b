/**
 * Writing a clue is one statement, whether it is opened or brought up to date: every further one would cost the
 * round trip again for each letter. $1 is the whole content as JSON.
 */
const columns = `petition_class, title, summary, received_on, source, channel, signature, amount, acted_from, acted_to,
  ocr, confidence, flags, entities`;

const values = `c->>'petitionClass', c->>'title', c->>'summary', (c->>'receivedOn')::date, c->>'source', c->>'channel',
  c->>'signature', (c->>'amount')::float8, (c->>'actedFrom')::date, (c->>'actedTo')::date, (c->>'ocr')::boolean,
  (c->>'confidence')::real, array(select jsonb_array_elements_text(c->'flags')), c->'entities'`;

const contents = (opened: string) => `
accused_now as (
  select x.* from c, jsonb_to_recordset(c->'accused')
    as x(ordinal int, name text, organisation text, position text, evidence jsonb)
), tags_now as (
  select x.* from c, jsonb_to_recordset(c->'tags') as x(kind text, code text, name text, score real, evidence jsonb)
), links_now as (
  select x.* from c, jsonb_to_recordset(c->'links') as x(kind text, key text, label text)
), written_accused as (
  insert into accused (clue_id, ordinal, name, organisation, position, evidence)
  select clue.id, x.* from clue, accused_now x
  on conflict (clue_id, ordinal) do update set name = excluded.name, organisation = excluded.organisation,
    position = excluded.position, evidence = excluded.evidence
), written_tags as (
  insert into tags (clue_id, kind, code, name, score, evidence) select clue.id, x.* from clue, tags_now x
  on conflict (clue_id, kind, code) do update set name = excluded.name, score = excluded.score,
    evidence = excluded.evidence
), written_links as (
  insert into links (clue_id, kind, key, label) select clue.id, x.* from clue, links_now x
  on conflict (clue_id, kind, key) do update set label = excluded.label
), written_sources as (
  insert into sources (clue_id, item_id, receipt_id, opened_clue, received_on, file, ordinal, relation, similarity,
    new_facts, why, resembles)
  select clue.id, x."itemId", x."receiptId", ${opened}, x."receivedOn", x.file, x.ordinal, x.relation, x.similarity,
    x."newFacts", x.why, x.resembles
  from clue, c, jsonb_to_recordset(c->'sources') as x("itemId" bigint, "receiptId" bigint, "receivedOn" date,
    file text, ordinal int, relation text, similarity real, "newFacts" jsonb, why text[], resembles int)
  on conflict (item_id, receipt_id) do update set clue_id = excluded.clue_id, received_on = excluded.received_on,
    file = excluded.file, ordinal = excluded.ordinal, relation = excluded.relation,
    similarity = excluded.similarity, new_facts = excluded.new_facts, why = excluded.why,
    resembles = excluded.resembles, superseded = false, released = false,
    filed_at = case when sources.released then excluded.filed_at else sources.filed_at end
)`;

const audited = `
insert into audit (actor, action, subject, details)
select coalesce(c->'audit'->>'actor', 'system'), c->'audit'->>'action', 'clue:' || clue.id, c->'audit'->'details' from c, clue
returning (select id from clue) as id`;

export const saveClueSql = {
  /** $2 region, $3 year. */
  open: `with c as (select $1::jsonb as c), clue as (
  insert into clues (region, year, ${columns}) select $2::text, $3::int, ${values} from c returning id
), ${contents('x.ordinal = 0')} ${audited}`,
  /** $2 the clue. */
  update: `with c as (select $1::jsonb as c), clue as (
  update clues set (${columns}) = (select ${values}), withdrawn = false, merged_into = null, changed_at = now() from c where id = $2::bigint returning id
), ${contents('false')}, gone_accused as (
  delete from accused where clue_id = $2 and ordinal not in (select ordinal from accused_now)
), gone_tags as (
  delete from tags t where clue_id = $2 and not exists (
    select 1 from tags_now n where n.kind = t.kind and n.code = t.code)
), gone_links as (
  delete from links l where clue_id = $2 and not exists (
    select 1 from links_now n where n.kind = l.kind and n.key = l.key)
) ${audited}`,
};
