-- One login role for each class of trust instead of one for the gateway, and rows of cases that are seen only from within
-- a view that the gateway entered for whoever asks. The roles exist before migrations run. Why: src/adr/0008.
--
-- What the walls are against: SQL that somebody smuggled in, and a condition that somebody forgot. A query in an agency's
-- view gives that agency's rows whatever it asks for, and without a view none. They are not against a gateway process
-- that was taken over: it knows the handles and may enter any view; nor against a superuser, whom no policy stops.
--
-- A later migration that changes rows of these tables is subject to them too: it says "no force row level security",
-- changes, and forces it again.

create schema door;
revoke all on schema door from public;
grant usage on schema public to safehand_edge, safehand_dispatcher, safehand_audit;
grant usage on schema door to safehand_edge, safehand_dispatcher;

-- functions are nobody's but who is named
alter default privileges revoke execute on functions from public;
revoke execute on all functions in schema public from public;

-- The key of HMAC-SHA-256 with its two pads (RFC 2104, section 2): six random UUIDs carry more than 700 random bits.
create table door.seal_key (
  id int primary key check (id = 1),
  inner_pad bytea not null check (octet_length(inner_pad) = 64),
  outer_pad bytea not null check (octet_length(outer_pad) = 64)
);

do $key$
declare
  key bytea := ''::bytea;
  inner_pad bytea := ''::bytea;
  outer_pad bytea := ''::bytea;
begin
  for i in 1..6 loop
    key := key || uuid_send(gen_random_uuid());
  end loop;
  key := sha256(key);
  for i in 0..63 loop
    inner_pad := inner_pad || set_byte('\x00', 0, (case when i < 32 then get_byte(key, i) else 0 end) # 54);
    outer_pad := outer_pad || set_byte('\x00', 0, (case when i < 32 then get_byte(key, i) else 0 end) # 92);
  end loop;
  insert into door.seal_key values (1, inner_pad, outer_pad);
end
$key$;

-- Who may enter views at all: the SHA-256 of the handle that a face knows and no SQL can read.
create table door.handle (
  role name primary key,
  digest bytea not null check (octet_length(digest) = 32)
);

-- Binds a claim to this connection and this transaction: elsewhere and later it is worth nothing.
create function door.seal(claim text) returns text
language plpgsql stable parallel restricted set search_path = pg_catalog, pg_temp as $$
declare
  message bytea := convert_to(
    claim || ':' || pg_backend_pid() || ':' || extract(epoch from transaction_timestamp()), 'UTF8');
begin
  return (select encode(sha256(k.outer_pad || sha256(k.inner_pad || message)), 'hex') from door.seal_key k);
end
$$;

-- Kind, subject and person of the view that this transaction has entered; null when it has entered none. Anyone may SET
-- the setting; only what door.enter sealed counts.
create function door.claim() returns text[]
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare
  part text[] := string_to_array(nullif(current_setting('safehand.view', true), ''), ':');
begin
  if cardinality(part) = 4 and door.seal(part[1] || ':' || part[2] || ':' || part[3]) = part[4] then
    return array[part[1], convert_from(decode(part[2], 'hex'), 'UTF8'), convert_from(decode(part[3], 'hex'), 'UTF8')];
  end if;
  return null;
end
$$;

-- Enters a view until the transaction ends: 'everything' (the node itself, an auditor), 'unit' (subject: the unit of the
-- member of staff, person: their staff number) or 'agency' (subject: the agency). A transaction has one view.
create function door.enter(handle bytea, kind text, subject text, person text) returns void
language plpgsql volatile parallel unsafe security definer set search_path = pg_catalog, pg_temp as $$
declare
  claim text := kind || ':' || encode(convert_to(subject, 'UTF8'), 'hex') || ':'
    || encode(convert_to(person, 'UTF8'), 'hex');
begin
  if not exists (select from door.handle h where h.role = session_user and h.digest = sha256(handle)) then
    raise exception 'no view is entered without its handle' using errcode = 'insufficient_privilege';
  end if;
  if claim is null or kind not in ('everything', 'unit', 'agency') then
    raise exception 'not a view' using errcode = 'invalid_parameter_value';
  end if;
  if door.claim() is not null then
    raise exception 'a transaction has one view' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('safehand.view', claim || ':' || door.seal(claim), true);
end
$$;

create function door.everything() returns boolean language sql stable parallel restricted
  return coalesce((door.claim())[1] = 'everything', false);
create function door.unit() returns text language sql stable parallel restricted
  return (select case v.part[1] when 'unit' then v.part[2] end from (select door.claim() as part) v);
create function door.person() returns text language sql stable parallel restricted
  return (select case v.part[1] when 'unit' then v.part[3] end from (select door.claim() as part) v);
create function door.agency() returns text language sql stable parallel restricted
  return (select case v.part[1] when 'agency' then v.part[2] end from (select door.claim() as part) v);

-- To which agencies a referral was dispatched. The dispatches say so too, but policies of two tables cannot each ask the
-- other; and who may see a referral must not change because a dispatch was changed.
create table referral_recipient (
  referral_id uuid not null references referral,
  agency text not null,
  primary key (agency, referral_id)
);
insert into referral_recipient select distinct referral_id, agency from dispatch;

create function note_recipient() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.referral_recipient values (new.referral_id, new.agency) on conflict do nothing;
  return null;
end
$$;
create trigger dispatch_notes_recipient after insert on dispatch
  for each row execute function note_recipient();

-- Of what another view sees, one thing can be learnt by its id: to which case it belongs, so that the attempt to reach it
-- is an event of that case.
create function door.case_of_referral(id uuid) returns uuid
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp
  return (select r.case_id from public.referral r where r.referral_id = id);
create function door.case_of_dispatch(id uuid) returns uuid
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp
  return (select d.case_id from public.dispatch d where d.dispatch_id = id);

-- How old the log is concerns everybody; of events it tells nothing but a time.
create function door.pending_since() returns timestamptz
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp
  return (select min(e.recorded_at) from public.custody_event e where e.log_index is null);
create function door.recorded_at(index bigint) returns timestamptz
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp
  return (select e.recorded_at from public.custody_event e where e.log_index = index);

grant execute on function door.claim, door.enter, door.everything, door.unit, door.person, door.agency,
  door.case_of_referral, door.case_of_dispatch, door.pending_since, door.recorded_at
  to safehand_edge, safehand_dispatcher;

-- What the old role of both faces had.
revoke all on all tables in schema public from safehand_app;
revoke all on schema public from safehand_app;

-- Both faces record events: each makes and reads the keys of its chains, appends, and never gives an index.
grant select, insert on case_key to safehand_edge, safehand_dispatcher;
grant select, insert, update (next_sequence, head_leaf) on custody_case to safehand_edge, safehand_dispatcher;
grant select, insert (event_id, case_id, case_sequence, type, recorded_at, leaf, leaf_hash, sealed_body, node_id,
  node_signature) on custody_event to safehand_edge, safehand_dispatcher;
grant select on log_tile, log_entries, log_head, log_checkpoint, log_witnessed, log_lost, log_restore, log_anchor,
  log_restore_recorded to safehand_edge, safehand_dispatcher;

-- The web face: people write referrals, release and reissue; a reissue asks for which certificate the draft of a package
-- was made, and takes back the task of the dispatch that it supersedes. It makes no case file, draft or recipe.
grant select, insert, update (revision, state, unit, incident_type, urgency, exercise, exhibit_count, sealed_document)
  on referral to safehand_edge;
grant select, insert on exhibit, kept_result to safehand_edge;
grant select, insert, update (revision, state, fence, due_at, document) on dispatch to safehand_edge;
grant select on dispatch_draft, dispatch_recipe, referral_recipient to safehand_edge;
grant select (kind, subject), insert (kind, subject), delete on task to safehand_edge;

-- It also knows the gateway's people, whom it locks to share them, what waits for a second person, and who is on duty; it
-- keeps step-ups until they are used.
grant select, insert, update on person to safehand_edge;
grant select, insert, update on proposal to safehand_edge;
grant select, insert, delete on duty to safehand_edge;
grant select, insert, update (authenticated), delete on step_up_grant to safehand_edge;

-- The exchange face: workers seal, authorise, package, send, anchor, and tell of restores. It opens no referral, takes in
-- no exhibit and releases nothing.
grant select, update (revision, state, unit, incident_type, urgency, exercise, exhibit_count, sealed_document)
  on referral to safehand_dispatcher;
grant select on exhibit to safehand_dispatcher;
grant select, update (revision, state, fence, due_at, document) on dispatch to safehand_dispatcher;
grant select, insert on case_file, dispatch_draft, dispatch_recipe, log_anchor, log_restore_recorded to safehand_dispatcher;
grant select, insert (kind, subject), update (hidden_until), delete on task to safehand_dispatcher;
grant select on bootstrap to safehand_dispatcher;
grant select, insert on bootstrap_recorded to safehand_dispatcher;

-- Whoever audits the log from outside: everything that is committed to, no body, no key, no case.
grant select on custody_case, log_tile, log_entries, log_head, log_checkpoint, log_witnessed, log_lost, log_restore,
  log_anchor, log_restore_recorded to safehand_audit;
grant select (event_id, case_id, case_sequence, type, recorded_at, leaf, leaf_hash, node_id, node_signature, log_index)
  on custody_event to safehand_audit;

-- Rows. The owner reads where the functions above do, and changes nothing. An agency sees what it was sent and changes
-- nothing: it may lock what it sees, because a row is locked before it is known what becomes of it.
alter table referral enable row level security, force row level security;
create policy owner_reads on referral for select to safehand_owner using (true);
create policy dispatcher_works on referral to safehand_dispatcher
  using ((select door.everything())) with check ((select door.everything()));
create policy edge_works on referral to safehand_edge using (
  unit = (select door.unit()) or author = (select door.person()) or (select door.everything())
  or exists (select from referral_recipient p where p.referral_id = referral.referral_id))
  with check (unit = (select door.unit()) or author = (select door.person()) or (select door.everything()));

alter table referral_recipient enable row level security, force row level security;
create policy owner_notes on referral_recipient to safehand_owner using (true) with check (true);
create policy edge_sees on referral_recipient for select to safehand_edge using (agency = (select door.agency()));

alter table exhibit enable row level security, force row level security;
create policy dispatcher_reads on exhibit for select to safehand_dispatcher using ((select door.everything()));
create policy edge_works on exhibit to safehand_edge
  using (exists (select from referral r where r.referral_id = exhibit.referral_id))
  with check ((select door.agency()) is null
    and exists (select from referral r where r.referral_id = exhibit.referral_id));

alter table case_file enable row level security, force row level security;
create policy dispatcher_works on case_file to safehand_dispatcher
  using ((select door.everything())) with check ((select door.everything()));

alter table dispatch enable row level security, force row level security;
create policy owner_reads on dispatch for select to safehand_owner using (true);
create policy dispatcher_works on dispatch to safehand_dispatcher
  using ((select door.everything())) with check ((select door.everything()));
create policy edge_works on dispatch to safehand_edge using (
  case when (select door.agency()) is null
    then exists (select from referral r where r.referral_id = dispatch.referral_id)
    else agency = (select door.agency()) end)
  with check ((select door.agency()) is null
    and exists (select from referral r where r.referral_id = dispatch.referral_id));

alter table dispatch_draft enable row level security, force row level security;
create policy dispatcher_works on dispatch_draft to safehand_dispatcher
  using ((select door.everything())) with check ((select door.everything()));
create policy edge_sees on dispatch_draft for select to safehand_edge using (
  (select door.agency()) is null and exists (select from dispatch d where d.dispatch_id = dispatch_draft.dispatch_id));

alter table dispatch_recipe enable row level security, force row level security;
create policy dispatcher_works on dispatch_recipe to safehand_dispatcher
  using ((select door.everything())) with check ((select door.everything()));
create policy edge_sees on dispatch_recipe for select to safehand_edge using (
  exists (select from dispatch d where d.dispatch_id = dispatch_recipe.dispatch_id));

-- Events of a case are seen by staff who see the case, and by no agency. Everyone appends, without a view too: what was
-- refused is an event. Heads of chains (custody_case) and wrapped keys (case_key) are needed for that by everyone; they say
-- nothing of a case but that there is one, and have no policy. Nor have results of requests and tasks, which are ids.
alter table custody_event enable row level security, force row level security;
create policy owner_reads on custody_event for select to safehand_owner using (true);
create policy dispatcher_sees on custody_event for select to safehand_dispatcher using ((select door.everything()));
create policy edge_sees on custody_event for select to safehand_edge using (
  (select door.everything())
  or ((select door.agency()) is null and exists (select from referral r where r.case_id = custody_event.case_id)));
create policy faces_append on custody_event for insert to safehand_edge, safehand_dispatcher with check (true);
create policy sequencer_reads on custody_event for select to safehand_sequencer using (true);
create policy sequencer_orders on custody_event for update to safehand_sequencer using (true) with check (true);
create policy audit_reads on custody_event for select to safehand_audit using (true);
