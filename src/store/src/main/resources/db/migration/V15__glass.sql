-- The glass that a supervisor breaks over one case: for an hour they, and nobody else, see its rows, also when it is of
-- another unit. Why, and against what this is a wall: src/adr/0011.
create table glass (
  glass_id uuid primary key,
  case_id uuid not null,
  person text not null,
  unit text not null, -- where the person works: whose glass it is
  opened_at timestamptz not null,
  until_at timestamptz not null check (until_at = opened_at + interval '60 minutes'),
  state text not null check (state in ('OPEN', 'ENDED', 'REVIEWED')),
  revision bigint not null check (revision >= 1),
  sealed_document bytea not null
);
create unique index glass_of_person on glass (person) where state = 'OPEN';
create index glass_unreviewed on glass (unit, opened_at) where state <> 'REVIEWED';

create trigger glass_revision_grows before update on glass
  for each row execute function revision_grows();

-- What is over is not opened again, and what was reviewed stays so.
create function glass_closes() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  states constant text[] := array['OPEN', 'ENDED', 'REVIEWED'];
begin
  if array_position(states, new.state) <= array_position(states, old.state) then
    raise exception 'a glass is closed, never opened again' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger glass_closes before update on glass for each row execute function glass_closes();

-- The one case that whoever entered the view sees through a glass now; null when there is none.
create function door.glass_case() returns uuid
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp
  return (select g.case_id from public.glass g
    where g.person = door.person() and g.state = 'OPEN' and g.until_at > now());

-- By the reference that people call it by, the newest version of a case, also of one that the view does not show.
create function door.named_referral(reference text) returns uuid
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp
  return (select r.referral_id from public.referral r where r.human_reference = reference
    order by r.number desc limit 1);

-- Breaks a glass, for the person whose view was entered and with the handle that no SQL can read: what smuggled-in SQL
-- would insert opens nothing.
create function door.break_glass(handle bytea, id uuid, over_case uuid, opened timestamptz, document bytea)
returns boolean
language plpgsql volatile parallel unsafe security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from door.handle h where h.role = session_user and h.digest = sha256(handle))
      or door.person() is null then
    raise exception 'no glass is broken without the handle' using errcode = 'insufficient_privilege';
  end if;
  insert into public.glass values (id, over_case, door.person(), door.unit(), opened,
      opened + interval '60 minutes', 'OPEN', 1, document)
    on conflict (person) where state = 'OPEN' do nothing;
  return found;
end
$$;

grant execute on function door.glass_case, door.named_referral, door.break_glass to safehand_edge;
grant select, update (state, revision, sealed_document) on glass to safehand_edge;

alter table glass enable row level security, force row level security;
create policy owner_reads on glass for select to safehand_owner using (true);
create policy owner_breaks on glass for insert to safehand_owner with check (true);
create policy edge_sees on glass for select to safehand_edge using (
  person = (select door.person()) or unit = (select door.unit()) or (select door.everything()));
-- whoever broke it ends it, and does not review it
create policy edge_closes on glass for update to safehand_edge
  using (person = (select door.person()) or (select door.everything()))
  with check ((person = (select door.person()) and state = 'ENDED') or (select door.everything()));

-- The case is seen, with its exhibits, dispatches and events, which are seen by who sees it. It is locked, because a row
-- is locked before it is known who may change it, and never changed. Packages are not seen.
create policy glass_shows on referral for select to safehand_edge using (case_id = (select door.glass_case()));
create policy glass_locks on referral for update to safehand_edge using (case_id = (select door.glass_case()));
create policy glass_changes_nothing on referral as restrictive for update to safehand_edge
  using (true) with check (case_id is distinct from (select door.glass_case()));
create policy glass_changes_nothing on dispatch as restrictive for update to safehand_edge
  using (true) with check (case_id is distinct from (select door.glass_case()));
create policy glass_sends_nothing on dispatch as restrictive for insert to safehand_edge
  with check (case_id is distinct from (select door.glass_case()));
create policy glass_adds_nothing on exhibit as restrictive for insert to safehand_edge
  with check (not exists (select from referral r
    where r.referral_id = exhibit.referral_id and r.case_id = (select door.glass_case())));
create policy glass_hides on dispatch_draft as restrictive for select to safehand_edge
  using (not exists (select from dispatch d
    where d.dispatch_id = dispatch_draft.dispatch_id and d.case_id = (select door.glass_case())));
create policy glass_hides on dispatch_recipe as restrictive for select to safehand_edge
  using (not exists (select from dispatch d
    where d.dispatch_id = dispatch_recipe.dispatch_id and d.case_id = (select door.glass_case())));
