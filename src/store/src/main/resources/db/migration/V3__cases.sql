-- Referrals, dispatches and the work they leave to be done. What a case is about is sealed under its evidence key
-- (columns named sealed_*); in clear stands only what is searched, sorted and locked by.

create table referral (
  referral_id uuid primary key,
  case_id uuid not null,
  human_reference text not null,
  number integer not null check (number >= 1),
  revision bigint not null check (revision >= 1),
  state text not null check (state in ('DRAFT', 'SEALING', 'IN_REVIEW', 'RETURNED', 'RELEASED', 'WITHDRAWN')),
  unit text not null,
  author text not null,
  incident_type text not null,
  urgency text not null,
  exercise boolean not null,
  exhibit_count integer not null check (exhibit_count >= 0),
  created_at timestamptz not null,
  sealed_document bytea not null,
  unique (case_id, number),
  unique (human_reference, number)
);
create index referral_by_unit on referral (unit, referral_id desc);

create table exhibit (
  referral_id uuid not null references referral,
  number integer not null check (number >= 1),
  sealed_document bytea not null,
  primary key (referral_id, number)
);

create table case_file (
  referral_id uuid primary key references referral,
  sealed_content bytea not null
);

create table dispatch (
  dispatch_id uuid primary key,
  referral_id uuid not null references referral,
  case_id uuid not null,
  agency text not null,
  channel text not null,
  state text not null check (state in ('QUEUED', 'AUTHORISED', 'READY', 'SENDING', 'UNKNOWN', 'DELIVERED', 'SUSPENDED',
    'AVAILABLE')),
  revision bigint not null check (revision >= 1),
  fence bigint not null check (fence >= 0),
  due_at timestamptz, -- when it may be claimed: next attempt, or end of the lease; null in states that nobody claims
  document bytea not null,
  check ((due_at is not null) = (state in ('READY', 'SENDING', 'UNKNOWN')))
);
create index dispatch_by_referral on dispatch (referral_id, dispatch_id);
create index dispatch_due on dispatch (channel, due_at) where due_at is not null;
create index dispatch_by_agency on dispatch (agency, referral_id) where state in ('DELIVERED', 'AVAILABLE');

create table dispatch_draft (
  dispatch_id uuid primary key references dispatch,
  sealed_content bytea not null
);

create table dispatch_recipe (
  dispatch_id uuid primary key references dispatch,
  sealed_content bytea not null
);

create table task (
  kind text not null,
  subject uuid not null,
  put_at timestamptz not null default clock_timestamp(),
  hidden_until timestamptz not null default '-infinity',
  primary key (kind, subject)
);

create table kept_result (
  actor text not null,
  operation text not null,
  key text not null,
  request bytea not null check (octet_length(request) = 32),
  result text not null,
  kept_at timestamptz not null default clock_timestamp(),
  primary key (actor, operation, key)
);

-- A revision only grows, and what was kept once stays: a second wall behind the grants.
create function revision_grows() returns trigger language plpgsql as $$
begin
  if new.revision = old.revision + 1 then
    return new;
  end if;
  raise exception '%: revision % after %', tg_table_name, new.revision, old.revision
    using errcode = 'restrict_violation';
end
$$;

create trigger referral_revision_grows before update on referral
  for each row execute function revision_grows();
create trigger dispatch_revision_grows before update on dispatch
  for each row execute function revision_grows();

grant select, insert, update on referral, dispatch to safehand_app;
grant select, insert on exhibit, case_file, dispatch_draft, dispatch_recipe, kept_result to safehand_app;
grant select, insert, update, delete on task to safehand_app;
