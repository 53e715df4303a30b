-- What read the page that is kept, by name and version; null where that was not kept, and until the page is recognised.
alter table pages add column engine text;
