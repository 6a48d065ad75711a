-- One login role per process, none with more rights than its process needs. Passwords are generated.
do $roles$
begin
  if not exists (select from pg_roles where rolname = 'safehand_owner') then
    create role safehand_owner login nosuperuser nocreatedb nocreaterole;
  end if;
  if not exists (select from pg_roles where rolname = 'safehand_app') then
    create role safehand_app login nosuperuser nocreatedb nocreaterole;
  end if;
  if not exists (select from pg_roles where rolname = 'safehand_sequencer') then
    create role safehand_sequencer login nosuperuser nocreatedb nocreaterole;
  end if;
  if not exists (select from pg_roles where rolname = 'keycloak') then
    create role keycloak login nosuperuser nocreatedb nocreaterole;
  end if;
end
$roles$;
alter role safehand_owner password '${SAFEHAND_OWNER_PASSWORD}';
alter role safehand_app password '${SAFEHAND_APP_PASSWORD}' connection limit 40;
alter role safehand_sequencer password '${SAFEHAND_SEQUENCER_PASSWORD}' connection limit 8;
alter role keycloak password '${KEYCLOAK_PASSWORD}' connection limit 30;
