-- What later papers are found by, in one value a paper: 32-bit keys of bands, anchors and accused, little-endian.
-- Every process that files keeps an index of them in memory, brought up to date by the transaction that wrote them.
drop index fingerprints_bands;
alter table fingerprints drop column bands;
alter table fingerprints drop column signature;
alter table fingerprints add column keys bytea not null default '';
-- 0: made in another way than now; made anew before anything is filed.
alter table fingerprints add column version smallint not null default 0;
alter table fingerprints add column tx xid8 not null default '0';
alter table fingerprints alter column tx set default pg_current_xact_id();
create index fingerprints_tx on fingerprints (tx);
