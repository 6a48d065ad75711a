-- One login role for each process and class of trust, none with more rights than its process needs. Passwords are
-- generated. Run again after an upgrade, before its migrations: what exists is brought to what stands here.
do $roles$
declare
  wanted text;
begin
  foreach wanted in array array['safehand_owner', 'safehand_migrate', 'safehand_edge', 'safehand_dispatcher',
    'safehand_audit', 'safehand_sequencer', 'safehand_app', 'keycloak']
  loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I', wanted);
    end if;
  end loop;
end
$roles$;
-- owns everything and is nobody: migrations are run by safehand_migrate, which becomes it
alter role safehand_owner nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls inherit password null;
alter role safehand_migrate login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit
  connection limit 4 password '${SAFEHAND_MIGRATE_PASSWORD}';
grant safehand_owner to safehand_migrate;
-- the gateway's face towards people
alter role safehand_edge login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit
  connection limit 40 password '${SAFEHAND_EDGE_PASSWORD}';
-- the gateway's face towards agencies
alter role safehand_dispatcher login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit
  connection limit 40 password '${SAFEHAND_DISPATCHER_PASSWORD}';
-- nobody who asks waits longer for what others hold, and those who wait give their connections back before others give
-- up waiting for one (--blocking-timeout-wait-millis of the data sources)
alter role safehand_edge set lock_timeout = '5s';
alter role safehand_dispatcher set lock_timeout = '5s';
-- whoever audits the log in the database
alter role safehand_audit login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit
  connection limit 4 password '${SAFEHAND_AUDIT_PASSWORD}';
alter role safehand_audit set default_transaction_read_only = on;
alter role safehand_sequencer login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit
  connection limit 8 password '${SAFEHAND_SEQUENCER_PASSWORD}';
-- what both faces were before version 13 of the schema: the first migrations name it, and it has nothing any more
alter role safehand_app nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit password null;
alter role keycloak login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
  connection limit 30 password '${KEYCLOAK_PASSWORD}';
