-- The custody log. Events are only ever added; the sequencer gives each an index, once.
-- The roles safehand_owner, safehand_app and safehand_sequencer exist before migrations run.

create table custody_case (
  case_id uuid primary key,
  next_sequence bigint not null check (next_sequence >= 0),
  head_leaf bytea check (octet_length(head_leaf) = 32),
  check ((next_sequence = 0) = (head_leaf is null))
);

create table custody_event (
  event_id uuid primary key,
  case_id uuid not null,
  case_sequence bigint not null check (case_sequence >= 0),
  type text not null,
  recorded_at timestamptz not null,
  leaf bytea not null,
  leaf_hash bytea not null unique check (octet_length(leaf_hash) = 32),
  sealed_body bytea not null, -- link, header, detail and salts, encrypted under the custody key of the case
  node_id text not null,
  node_signature bytea not null,
  log_index bigint unique check (log_index >= 0),
  unique (case_id, case_sequence)
);

create index custody_event_pending on custody_event (recorded_at, event_id) where log_index is null;

-- Tiles and entry bundles of the C2SP tlog-tiles layout: 256 wide, and the partial ones of the newest size.
-- A partial tile is a prefix of every wider one: a reader that wants width W takes the narrowest row with
-- width >= W and cuts it.
create table log_tile (
  level int not null check (level between 0 and 7),
  tile_index bigint not null check (tile_index >= 0),
  width int not null check (width between 1 and 256),
  bytes bytea not null check (octet_length(bytes) = width * 32),
  primary key (level, tile_index, width)
);

create table log_entries (
  bundle_index bigint not null check (bundle_index >= 0),
  width int not null check (width between 1 and 256),
  bytes bytea not null,
  primary key (bundle_index, width)
);

create table log_head (
  id int primary key check (id = 1),
  size bigint not null check (size >= 0),
  root bytea not null check (octet_length(root) = 32)
);

create table log_checkpoint (
  size bigint primary key check (size >= 0),
  note text not null,
  published_at timestamptz not null
);

create function custody_event_append_only() returns trigger language plpgsql as $$
declare
  unsequenced custody_event;
begin
  if tg_op = 'UPDATE' then
    unsequenced := new;
    unsequenced.log_index := null;
    if new.log_index is not null and unsequenced is not distinct from old then
      return new;
    end if;
  end if;
  raise exception 'custody_event is append-only: % refused', tg_op using errcode = 'restrict_violation';
end
$$;

create trigger custody_event_append_only before update or delete on custody_event
  for each row execute function custody_event_append_only();
create trigger custody_event_no_truncate before truncate on custody_event
  for each statement execute function custody_event_append_only();

-- A row of the log is never changed; a partial tile or bundle may go once a wider one of the same place is there.
create function log_rows_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if tg_table_name = 'log_tile' then
      if exists (select from log_tile t
          where t.level = old.level and t.tile_index = old.tile_index and t.width > old.width) then
        return old;
      end if;
    elsif tg_table_name = 'log_entries' then
      if exists (select from log_entries b where b.bundle_index = old.bundle_index and b.width > old.width) then
        return old;
      end if;
    end if;
  end if;
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

create trigger log_tile_stays before update or delete on log_tile
  for each row execute function log_rows_stay();
create trigger log_tile_no_truncate before truncate on log_tile
  for each statement execute function log_rows_stay();
create trigger log_entries_stay before update or delete on log_entries
  for each row execute function log_rows_stay();
create trigger log_entries_no_truncate before truncate on log_entries
  for each statement execute function log_rows_stay();
create trigger log_checkpoint_stays before update or delete on log_checkpoint
  for each row execute function log_rows_stay();
create trigger log_checkpoint_no_truncate before truncate on log_checkpoint
  for each statement execute function log_rows_stay();

create function log_head_grows() returns trigger language plpgsql as $$
begin
  if new.id = old.id and new.size > old.size then
    return new;
  end if;
  raise exception 'the log only grows: size % after %', new.size, old.size using errcode = 'restrict_violation';
end
$$;

create trigger log_head_grows before update on log_head
  for each row execute function log_head_grows();

grant select, insert on custody_event to safehand_app;
grant select, insert, update on custody_case to safehand_app;
grant select on log_tile, log_entries, log_head, log_checkpoint to safehand_app;

-- the sequencer never sees a body
grant select (event_id, case_id, case_sequence, recorded_at, leaf, leaf_hash, node_id, node_signature, log_index)
  on custody_event to safehand_sequencer;
grant update (log_index) on custody_event to safehand_sequencer;
grant select, insert, update on log_head to safehand_sequencer;
grant select, insert, delete on log_tile, log_entries to safehand_sequencer;
grant select, insert on log_checkpoint to safehand_sequencer;
