-- A paper that machines cannot read is registered by a person: a decision that places it, with what the person typed.
alter table decisions drop constraint decisions_kind_check;
alter table decisions add constraint decisions_kind_check
  check (kind in ('register', 'merge', 'split', 'move', 'link-confirm', 'link-reject', 'correct', 'undo'));
alter table decisions drop constraint decisions_correction_check;
alter table decisions add constraint decisions_correction_check
  check ((kind in ('register', 'correct')) = (correction is not null));

-- What a person typed of the paper stands for what machines read of it, whichever clue it is put under.
alter table items add column typed jsonb;
create index items_typed on items (document_id) where typed is not null;

-- All that waits for a person: items, and documents that failed altogether.
create view waiting as
  select d.id as document_id, d.sha256, i.id as item_id, i.ordinal, coalesce(i.review_code, 'filing.unreadable') as code,
    i.review_params as params, d.changed_at, i.sealed_member, i.row_number
  from items i join documents d on d.id = i.document_id
  where i.state = 'review' and not exists (select 1 from sources s where s.item_id = i.id and not s.superseded)
  union all
  select d.id, d.sha256, null, null, d.error_code, d.error_params, d.changed_at, null, null
  from documents d
  where d.state = 'failed' and not exists (select 1 from items i where i.document_id = d.id and i.typed is not null);
