-- The newest way of reading pages by which a worker ever worked here: workers of older ones would read the pages of
-- newer ones again, and these theirs.
create table reading (
  one boolean primary key default true check (one),
  version int not null
);
