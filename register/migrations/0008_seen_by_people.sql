-- The papers that a clue had when a person set its card right: of them what the person says holds, of later ones nobody
-- has said anything yet. Null where that was not kept: then of all.
alter table decisions add column seen bigint[];
create or replace view standing_decisions as
  select d.* from decisions d
  where d.kind <> 'undo' and not exists (select 1 from decisions u where u.undoes = d.id);

-- The papers that whoever last set this field of the clue's card had seen.
create function seen_for(clue bigint, field text) returns bigint[] language sql stable as $$
  select d.seen from standing_decisions d
  where d.kind = 'correct' and d.to_clue = clue and d.correction ? field order by d.id desc limit 1
$$;
