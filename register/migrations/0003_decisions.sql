-- What people decided about families of papers and about links between clues. Only ever added to: taking a decision
-- back is a further row. Where a paper was placed and which links hold follows from these rows; what machines find
-- lies in other tables and can be worked out anew.
create table decisions (
  id bigint generated always as identity primary key,
  -- When it held, not when its transaction began to wait.
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  kind text not null check (kind in ('merge', 'split', 'move', 'link-confirm', 'link-reject', 'undo')),
  -- As given, the informants of the papers concerned masked.
  reason text not null,
  -- Where the items came from and went to; of a link its two clues. An undo names those of what it takes back.
  from_clue bigint not null references clues,
  to_clue bigint not null references clues,
  items bigint[] not null default '{}',
  undoes bigint unique references decisions
);
create index decisions_from on decisions (from_clue);
create index decisions_to on decisions (to_clue);
create index decisions_items on decisions using gin (items);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name;
end $$;
create trigger decisions_stay before update or delete on decisions
  for each statement execute function refuse_change();

create view standing_decisions as
  select d.* from decisions d
  where d.kind <> 'undo' and not exists (select 1 from decisions u where u.undoes = d.id);

-- The clue that a person put an item under, or null.
create function placed_in(item bigint) returns bigint language sql stable as $$
  select d.to_clue from standing_decisions d where d.items @> array[item] order by d.id desc limit 1
$$;

-- A merged clue keeps its number and nothing else.
alter table clues add column merged_into bigint references clues check (merged_into <> id);
create index clues_merged on clues (merged_into) where merged_into is not null;

-- The clue that counts for one that may have been merged.
create function standing_clue(clue bigint) returns bigint language sql stable as $$
  with recursive up as (
    select id, merged_into from clues where id = clue
    union select c.id, c.merged_into from clues c join up on c.id = up.merged_into)
  select id from up where merged_into is null
$$;

-- The clue and all that were merged into it, however many steps ago.
create function merged_clues(clue bigint) returns bigint[] language sql stable as $$
  with recursive down as (
    select clue as id union select c.id from clues c join down on c.merged_into = down.id)
  select array_agg(id) from down
$$;

-- Why a source belongs to its clue, as kind:label, and the place of the source that it is most like.
alter table sources add column why text[] not null default '{}';
alter table sources add column resembles integer;
-- When it first stood in the register: what came after a decision goes back with the papers that it followed.
alter table sources add column filed_at timestamptz not null default clock_timestamp();
