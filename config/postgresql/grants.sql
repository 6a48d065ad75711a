-- Which role may enter which database; what it may do there is granted by the migrations.
revoke all on database safehand from public, safehand_app;
revoke all on database keycloak from public;
revoke all on database postgres from public;
grant connect on database safehand
  to safehand_migrate, safehand_edge, safehand_dispatcher, safehand_audit, safehand_sequencer;
