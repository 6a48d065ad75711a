-- A database that was restored from a backup is older than the log, which others have seen and witnesses have cosigned.
-- The sequencer gives it back the leaves that it lost. The events of some of them are gone with the backup's rest: the
-- log still commits to them, and they are kept here so that nobody takes their place.
create table log_lost (
  log_index bigint primary key check (log_index >= 0),
  leaf bytea not null,
  leaf_hash bytea not null unique check (octet_length(leaf_hash) = 32),
  tag bytea not null unique check (octet_length(tag) = 32),
  noticed_at timestamptz not null
);

-- Each restore: the first index that the database did not have, how many events are lost for good, and the log since.
create table log_restore (
  first_index bigint primary key check (first_index >= 0),
  lost bigint not null check (lost >= 0),
  size bigint not null check (size > first_index),
  root bytea not null check (octet_length(root) = 32),
  restored_at timestamptz not null
);

create trigger log_lost_stays before update or delete on log_lost
  for each row execute function log_rows_stay();
create trigger log_lost_no_truncate before truncate on log_lost
  for each statement execute function log_rows_stay();
create trigger log_restore_stays before update or delete on log_restore
  for each row execute function log_rows_stay();
create trigger log_restore_no_truncate before truncate on log_restore
  for each statement execute function log_rows_stay();

grant select on log_lost, log_restore to safehand_app;
grant select, insert on log_lost, log_restore to safehand_sequencer;
