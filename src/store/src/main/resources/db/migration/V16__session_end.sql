-- Until when sign-ins of a person do not count any more, on any node. No case data.
create table session_end (
  person text primary key,
  ended_at timestamptz not null
);

-- What ended does not go on again.
create function session_end_grows() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.person <> old.person or new.ended_at < old.ended_at then
    raise exception 'an end of sessions is not taken back' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger session_end_grows before update on session_end for each row execute function session_end_grows();

grant select, insert, update (ended_at) on session_end to safehand_edge;
