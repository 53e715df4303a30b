-- The highest versions of what reads pages that ever worked here: workers of older ones would read the pages of newer
-- ones again, and these theirs.
create table reading (
  one boolean primary key default true check (one),
  versions int[] not null
);
