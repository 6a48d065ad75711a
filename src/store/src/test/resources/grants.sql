with granted as (
  select n.nspname || '.' || c.relname as object, a.grantee, a.privilege_type as privilege, c.relowner as owner
    from pg_class c join pg_namespace n on n.oid = c.relnamespace,
      aclexplode(coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))) a
    where n.nspname in ('public', 'door') and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  union all
  select n.nspname || '.' || c.relname, a.grantee,
      a.privilege_type || '(' || string_agg(t.attname, ',' order by t.attname) || ')', c.relowner
    from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace,
      aclexplode(t.attacl) a
    where n.nspname in ('public', 'door')
    group by n.nspname, c.relname, c.relowner, a.grantee, a.privilege_type
  union all
  select n.nspname || '.' || p.proname || '()', a.grantee, a.privilege_type, p.proowner
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
      aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
    where n.nspname in ('public', 'door')
  union all
  select 'schema ' || n.nspname, a.grantee, a.privilege_type, n.nspowner
    from pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
    where n.nspname in ('public', 'door')
)
select case grantee when 0 then 'PUBLIC' else grantee::regrole::text end || ' ' || object || ' '
    || string_agg(privilege, ' ' order by privilege)
  from granted where grantee <> owner
  group by grantee, object order by 1
