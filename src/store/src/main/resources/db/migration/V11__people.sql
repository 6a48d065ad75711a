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
