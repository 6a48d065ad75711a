package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The database server as it runs, against what is written down here a second time. */
class DatabaseSettingsIT {
  private final RunningGateway gateway = RunningGateway.get();

  @Test
  void settings_ofTheServer_areTheOnesWrittenDown() throws Exception {
    assertThat(
            texts(
                """
                select name || ' ' || setting from pg_settings where name in (
                  'data_checksums', 'fsync', 'full_page_writes', 'idle_in_transaction_session_timeout',
                  'listen_addresses', 'log_error_verbosity', 'log_min_error_statement',
                  'log_parameter_max_length', 'log_parameter_max_length_on_error', 'log_statement',
                  'logging_collector', 'password_encryption', 'row_security', 'synchronous_commit',
                  'unix_socket_directories') order by name"""))
        .containsExactly(
            "data_checksums on",
            "fsync on",
            "full_page_writes on",
            "idle_in_transaction_session_timeout 60000",
            "listen_addresses 127.0.0.1",
            "log_error_verbosity terse",
            "log_min_error_statement panic",
            "log_parameter_max_length 0",
            "log_parameter_max_length_on_error 0",
            "log_statement none",
            "logging_collector off",
            "password_encryption scram-sha-256",
            "row_security on",
            "synchronous_commit on",
            "unix_socket_directories ");
  }

  @Test
  void roles_logInByScramAlone_andTheOwnerNotAtAll() throws Exception {
    assertThat(texts("select distinct auth_method from pg_hba_file_rules"))
        .containsExactly("scram-sha-256");
    assertThat(
            texts(
                "select rolname from pg_authid where rolcanlogin"
                    + " and rolpassword not like 'SCRAM-SHA-256$%'"))
        .isEmpty();
    assertThat(
            texts(
                "select rolname from pg_authid where rolname like 'safehand%'"
                    + " and not rolcanlogin and rolpassword is null order by 1"))
        .containsExactly("safehand_app", "safehand_owner");
    assertThat(
            texts(
                "select d.datname || ' ' || a.grantee::regrole from pg_database d,"
                    + " aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a"
                    + " where d.datname = 'safehand' and a.grantee <> d.datdba order by 1"))
        .containsExactly(
            "safehand safehand_audit",
            "safehand safehand_dispatcher",
            "safehand safehand_edge",
            "safehand safehand_migrate",
            "safehand safehand_sequencer");
  }

  @Test
  void everything_belongsToTheOwner() throws Exception {
    assertThat(
            texts(
                "select distinct c.relowner::regrole::text from pg_class c"
                    + " where c.relnamespace in ('public'::regnamespace, 'door'::regnamespace)"))
        .containsExactly("safehand_owner");
  }

  private List<String> texts(String sql) throws SQLException, IOException {
    try (Connection connection = gateway.database();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
