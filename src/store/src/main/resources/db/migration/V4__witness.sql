-- Checkpoints that the configured quorum of witnesses has cosigned, with their signatures; with quorum 0, all. What
-- leaves the building waits for one, and only these are served.
create table log_witnessed (
  size bigint primary key check (size >= 0),
  note text not null,
  witnessed_at timestamptz not null
);

create trigger log_witnessed_stays before update or delete on log_witnessed
  for each row execute function log_rows_stay();
create trigger log_witnessed_no_truncate before truncate on log_witnessed
  for each statement execute function log_rows_stay();

-- what is there already was published when no witness was configured
insert into log_witnessed (size, note, witnessed_at) select size, note, published_at from log_checkpoint;

grant select on log_witnessed to safehand_app;
grant select, insert on log_witnessed to safehand_sequencer;
