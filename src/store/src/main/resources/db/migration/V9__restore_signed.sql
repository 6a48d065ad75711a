-- What the holder of the log key signed of a restore: which leaves lost their events. A row without it proves nothing;
-- restores that were made before it was signed have none, and an audit says so.
alter table log_restore add column note text;
