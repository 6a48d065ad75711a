-- Which faces may enter views of the rows, each by the handle that it derives from its own password. In the database
-- safehand, as safehand_migrate, after every migration and every change of these passwords.
set role safehand_owner;
insert into door.handle (role, digest) values
  ('safehand_edge', sha256(sha256(convert_to('safehand-view:' || '${SAFEHAND_EDGE_PASSWORD}', 'UTF8')))),
  ('safehand_dispatcher', sha256(sha256(convert_to('safehand-view:' || '${SAFEHAND_DISPATCHER_PASSWORD}', 'UTF8'))))
on conflict (role) do update set digest = excluded.digest;
