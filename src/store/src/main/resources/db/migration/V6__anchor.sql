-- Witnessed checkpoints with an RFC 3161 time-stamp token over exactly the bytes of the note. Written by the gateway,
-- in one transaction with the event of the system chain that says so.
create table log_anchor (
  size bigint primary key check (size >= 0),
  note text not null,
  token bytea not null,
  anchored_at timestamptz not null
);

create trigger log_anchor_stays before update or delete on log_anchor
  for each row execute function log_rows_stay();
create trigger log_anchor_no_truncate before truncate on log_anchor
  for each statement execute function log_rows_stay();

grant select, insert on log_anchor to safehand_app;
