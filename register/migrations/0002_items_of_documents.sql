-- A document is split into the items that it really contains. One that a later reading no longer finds is kept,
-- but counts nowhere: it is superseded, its sources are, and a clue that is left without any is withdrawn.
alter table items drop constraint items_state_check;
alter table items add constraint items_state_check check (state in ('filed', 'review', 'superseded'));
alter table items add column review_params jsonb;
-- The path in the container as received but for the informants that are known: nobody may have read the member.
alter table items add column sealed_member bytea;
alter table sources add column superseded boolean not null default false;
alter table clues add column withdrawn boolean not null default false;
