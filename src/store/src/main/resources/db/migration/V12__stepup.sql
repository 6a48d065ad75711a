-- That a person proved themselves again, for one act, until the act is done: who deletes the row may do it. No case data.
create table step_up_grant (
  person text not null,
  operation text not null,
  object text not null,
  version bigint not null,
  digest bytea not null check (octet_length(digest) = 32),
  authenticated timestamptz not null,
  primary key (person, operation, object, version, digest)
);
grant select, insert, update (authenticated), delete on step_up_grant to safehand_app;
