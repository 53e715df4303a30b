-- What a person typed of a paper may name its informant. What is found of him there is kept as what machines read of
-- him in the paper is, and outlasts further readings.
alter table informants add column sealed_typed bytea;

-- The card of a paper as it was typed. What items keep of it is masked by whom the papers beside it call informants now,
-- and is worked out anew with them.
create function typed_card(item bigint) returns jsonb language sql stable as $$
  select d.correction from standing_decisions d
  where d.kind = 'register' and d.items @> array[item] order by d.id desc limit 1
$$;

-- What a person registered and took back: it counts nowhere and belongs to no clue, not even to the one it lay under.
alter table sources add column released boolean not null default false check (superseded or not released);
