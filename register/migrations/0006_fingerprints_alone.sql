-- A fingerprint is written by the statement that writes its item, and no item is ever deleted: looking for the item,
-- and locking it, for each fingerprint only cost time.
alter table fingerprints drop constraint fingerprints_item_id_fkey;
