-- More of the paper is masked than its own reading did, since another paper of its clue tells who wrote that one: taken to
-- another clue it is shown as it was read again.
alter table items add column covered boolean not null default false;
create index items_covered on items (id) where covered;
