-- Where agencies receive, and the authorities under which recipients stand: what the gateway sends to, and nothing else.
-- It was a file that each node read when it started. There is no row before the first registry is put in, and without
-- one the gateway does not start, so that an upgrade does not take an empty registry for the word that all are gone.
create table registry (
  only_one boolean primary key default true check (only_one),
  revision bigint not null check (revision >= 1),
  authorities bytea not null,
  authorities_revision bigint not null check (authorities_revision between 1 and revision)
);
create trigger registry_revision_grows before update on registry
  for each row execute function revision_grows();

-- Each agency with its endpoints and certificates; the revision is that of the registry since which it stands so.
create table registry_agency (
  agency_id text primary key check (agency_id ~ '^AG-[A-Z0-9]{1,8}-[0-9]{3,6}$'),
  revision bigint not null check (revision >= 1),
  document bytea not null
);

-- With which registry the gateway began. It is put in once by the owner; the first node that starts tells of it.
create table registry_import (
  only_one boolean primary key default true check (only_one),
  content bytea not null,
  made_at timestamptz not null default clock_timestamp()
);
create table registry_import_recorded (
  only_one boolean primary key references registry_import,
  recorded_at timestamptz not null default clock_timestamp()
);
create trigger registry_import_stays before update or delete on registry_import
  for each row execute function log_rows_stay();
create trigger registry_import_no_truncate before truncate on registry_import
  for each statement execute function log_rows_stay();
create trigger registry_import_recorded_stays before update or delete on registry_import_recorded
  for each row execute function log_rows_stay();
create trigger registry_import_recorded_no_truncate before truncate on registry_import_recorded
  for each statement execute function log_rows_stay();

-- Proposals are decided on the face towards people; whoever sends only reads.
grant select, update (revision, authorities, authorities_revision) on registry to safehand_edge;
grant select, insert, update (revision, document), delete on registry_agency to safehand_edge;
grant select on registry, registry_agency, registry_import to safehand_dispatcher;
grant select, insert on registry_import_recorded to safehand_dispatcher;
