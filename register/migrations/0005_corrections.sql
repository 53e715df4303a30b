-- What people set right on a register card is a decision too: fields as in the export; the newest of a field holds.
alter table decisions drop constraint decisions_kind_check;
alter table decisions add constraint decisions_kind_check
  check (kind in ('merge', 'split', 'move', 'link-confirm', 'link-reject', 'correct', 'undo'));
alter table decisions add column correction jsonb;
alter table decisions add constraint decisions_correction_check check ((kind = 'correct') = (correction is not null));
create or replace view standing_decisions as
  select d.* from decisions d
  where d.kind <> 'undo' and not exists (select 1 from decisions u where u.undoes = d.id);

-- All that holds of what people set right on a clue.
create function standing_correction(clue bigint) returns jsonb language sql stable as $$
  select coalesce(jsonb_object_agg(field, value), '{}') from (
    select distinct on (f.key) f.key as field, f.value
    from standing_decisions d, jsonb_each(d.correction) f
    where d.kind = 'correct' and d.to_clue = clue order by f.key, d.id desc) newest
$$;
