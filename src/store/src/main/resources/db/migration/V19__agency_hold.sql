-- What was last said about whether an agency is held back as a whole. No case data: not even whether anything waits.
create table agency_hold (
  agency_id text primary key check (agency_id ~ '^AG-[A-Z0-9]{1,8}-[0-9]{3,6}$'),
  revision bigint not null check (revision >= 1),
  standing boolean not null,
  said_by text not null,
  said_at timestamptz not null,
  reason text not null,
  check (standing or revision > 1)
);

-- One step follows the other; what is not held is not lifted, and nobody lifts what they held.
create function agency_hold_goes_on() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.agency_id <> old.agency_id or new.revision <> old.revision + 1 then
    raise exception 'a hold goes on by one step' using errcode = 'check_violation';
  end if;
  if not new.standing and (not old.standing or new.said_by = old.said_by) then
    raise exception 'nobody lifts what they held, or what is not held' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger agency_hold_goes_on before update on agency_hold for each row execute function agency_hold_goes_on();

grant select, insert, update (revision, standing, said_by, said_at, reason) on agency_hold to safehand_edge;
grant select on agency_hold to safehand_dispatcher;
