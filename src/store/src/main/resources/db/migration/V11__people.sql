-- The gateway's own word on who its people are. What the identity provider says is not enough: an operation needs a
-- role by both. A person is never removed, so that a number in the custody log is never given to somebody else.
create table person (
  number text primary key check (number ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
  display_name text not null,
  roles text not null check (roles <> ''), -- in alphabetical order, with spaces between
  unit text,
  agency text,
  active boolean not null,
  revision bigint not null check (revision >= 1),
  check ((unit is null) <> (agency is null))
);

create trigger person_revision_grows before update on person
  for each row execute function revision_grows();

-- update also for a share lock, which each use case takes on its actor
grant select, insert, update on person to safehand_app;

-- The first people, put in once by the owner before there is anybody who could propose or approve. The command has no
-- node's key; the first gateway node that starts tells of it in the custody log.
create table bootstrap (
  only_one boolean primary key default true check (only_one),
  content bytea not null,
  made_at timestamptz not null default clock_timestamp()
);
create table bootstrap_recorded (
  only_one boolean primary key references bootstrap,
  recorded_at timestamptz not null default clock_timestamp()
);
create trigger bootstrap_stays before update or delete on bootstrap
  for each row execute function log_rows_stay();
create trigger bootstrap_no_truncate before truncate on bootstrap
  for each statement execute function log_rows_stay();
create trigger bootstrap_recorded_stays before update or delete on bootstrap_recorded
  for each row execute function log_rows_stay();
create trigger bootstrap_recorded_no_truncate before truncate on bootstrap_recorded
  for each statement execute function log_rows_stay();

grant select on bootstrap to safehand_app;
grant select, insert on bootstrap_recorded to safehand_app;

-- Changes that wait for a second person. The document says all; the columns are what is searched, and what the
-- database itself refuses: nobody approves what they proposed, and nobody has a part in what they may do themselves.
create table proposal (
  proposal_id uuid primary key,
  kind text not null,
  subject text not null,
  proposer text not null,
  approver text,
  state text not null check (state in ('OPEN', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  revision bigint not null check (revision >= 1),
  document bytea not null,
  check ((approver is not null) = (state = 'APPROVED')),
  check (approver <> proposer),
  check (kind not like 'person-%' or (proposer <> subject and (approver is null or approver <> subject)))
);

create trigger proposal_revision_grows before update on proposal
  for each row execute function revision_grows();

grant select, insert, update on proposal to safehand_app;

-- Who of a unit is on duty. A shift is set or taken away, never changed; the custody log tells of both.
create table duty (
  duty_id uuid primary key,
  unit text not null,
  person text not null,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  check (begins_at < ends_at)
);
create index duty_by_unit on duty (unit, ends_at);

grant select, insert, delete on duty to safehand_app;
