-- Which restores an event of the log tells of. The sequencer writes log_restore and cannot record events; a gateway node
-- that starts does, once for each.
create table log_restore_recorded (
  first_index bigint primary key references log_restore,
  recorded_at timestamptz not null
);

create trigger log_restore_recorded_stays before update or delete on log_restore_recorded
  for each row execute function log_rows_stay();
create trigger log_restore_recorded_no_truncate before truncate on log_restore_recorded
  for each statement execute function log_rows_stay();

grant select, insert on log_restore_recorded to safehand_app;
