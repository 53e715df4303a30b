-- Who is the informant of papers, and who is not, is for a person to say where machines read it wrongly. The name stands
-- in the decision sealed, as informants do.
alter table decisions drop constraint decisions_kind_check;
alter table decisions add constraint decisions_kind_check check (kind in ('register', 'merge', 'split', 'move',
  'link-confirm', 'link-reject', 'informant-confirm', 'informant-reject', 'correct', 'undo'));
alter table decisions add column sealed_named bytea;
alter table decisions add constraint decisions_named_check
  check ((kind in ('informant-confirm', 'informant-reject')) = (sealed_named is not null));
create or replace view standing_decisions as
  select d.* from decisions d
  where d.kind <> 'undo' and not exists (select 1 from decisions u where u.undoes = d.id);
create index decisions_of_informants on decisions (to_clue) where kind = 'informant-confirm';

-- Of which papers it was said. Who is an informant of a clue is one of every paper that comes to it, so that papers are
-- added; whom a paper does not have as its informant was said of the papers that there were.
create table ruled_papers (
  item_id bigint not null references items,
  decision_id bigint not null references decisions,
  primary key (item_id, decision_id)
);
create index ruled_papers_decisions on ruled_papers (decision_id);

-- What stands of that for the paper, the oldest first.
create function rulings_of(item bigint) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('decision', d.id, 'isInformant', d.kind = 'informant-confirm',
    'named', encode(d.sealed_named, 'hex')) order by d.id), '[]')
  from ruled_papers p join standing_decisions d on d.id = p.decision_id where p.item_id = item
$$;

-- The same for all papers of a document, by their places in it.
create function rulings_on(document bigint) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('decision', r.id, 'isInformant', r.kind = 'informant-confirm',
    'named', encode(r.sealed_named, 'hex'), 'ordinals', r.ordinals) order by r.id), '[]')
  from (
    select d.id, d.kind, d.sealed_named, array_agg(i.ordinal order by i.ordinal) as ordinals
    from items i join ruled_papers p on p.item_id = i.id join standing_decisions d on d.id = p.decision_id
    where i.document_id = document group by 1, 2, 3) r
$$;
