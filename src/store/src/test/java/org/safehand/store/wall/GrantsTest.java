package org.safehand.store.wall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.store.database.TestDatabase;

/** What each role may do, written down a second time in {@code grants.txt}. */
class GrantsTest {
  private static final String DENIED = "42501";
  private static final TestDatabase MIGRATED = TestDatabase.migrated();
  private static final List<String> GRANTS = resource("/grants.txt").lines().toList();

  @Test
  void grants_inTheDatabase_areTheOnesWrittenDown() {
    assertThat(MIGRATED.texts(resource("/grants.sql"))).containsExactlyElementsOf(GRANTS);
  }

  @Test
  void public_hasNothing() {
    assertThat(GRANTS).noneMatch(line -> line.startsWith("PUBLIC"));
    assertThat(
            MIGRATED.texts(
                "select a.defaclobjtype::text || ' ' || e.grantee from pg_default_acl a,"
                    + " aclexplode(a.defaclacl) e where e.grantee = 0"))
        .isEmpty();
    assertThat(MIGRATED.count("select count(*) from pg_default_acl where defaclobjtype = 'f'"))
        .as("functions to come are nobody's")
        .isEqualTo(1);
  }

  @Test
  void roles_haveTheAttributesWrittenDown() {
    assertThat(
            MIGRATED.texts(
                "select rolname || case when rolcanlogin then ' login' else '' end"
                    + " || case when rolsuper or rolcreaterole or rolcreatedb or rolreplication"
                    + " or rolbypassrls then ' mighty' else '' end from pg_roles"
                    + " where rolname like 'safehand%' and rolname <> 'safehand_both' order by 1"))
        .containsExactly(
            "safehand_app",
            "safehand_audit login",
            "safehand_dispatcher login",
            "safehand_edge login",
            "safehand_migrate login",
            "safehand_owner",
            "safehand_sequencer login");
    assertThat(
            MIGRATED.texts(
                "select member::regrole || ' of ' || roleid::regrole from pg_auth_members"
                    + " where member::regrole::text <> 'safehand_both'"
                    + " and roleid::regrole::text like 'safehand%'"))
        .containsExactly("safehand_migrate of safehand_owner");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "safehand_edge",
        "safehand_dispatcher",
        "safehand_audit",
        "safehand_sequencer",
        "safehand_migrate"
      })
  void each_commandOnEachTable_isDeniedUnlessWrittenDown(String role) throws SQLException {
    List<String> wrong = new ArrayList<>();
    try (Connection connection = MIGRATED.as(role).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set default_transaction_read_only = off");
      for (String table : MIGRATED.texts(TABLES)) {
        for (String command : List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE")) {
          boolean granted = GRANTS.stream().anyMatch(line -> grants(line, role, table, command));
          if (denied(connection, sql(command, table, role)) == granted) {
            wrong.add(command + " on " + table);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table mine (id int)",
        "create function mine() returns int language sql return 1",
        "create schema mine",
        "create temporary table mine (id int)",
        "drop table referral",
        "drop policy edge_works on referral",
        "alter table referral disable row level security",
        "alter table referral disable trigger all",
        "alter policy edge_works on referral using (true)",
        "set role safehand_owner",
        "set role safehand_dispatcher",
        "set session_replication_role = replica",
        "select door.seal('everything::')",
        "select * from flyway_schema_history",
        "update custody_event set log_index = 1",
        "insert into custody_event select * from custody_event where false"
      })
  void edge_outsideItsDuties_isDenied(String sql) throws SQLException {
    try (Connection connection = MIGRATED.as("safehand_edge").getConnection()) {
      assertThat(denied(connection, sql)).isTrue();
    }
  }

  private static final String TABLES =
      "select c.relnamespace::regnamespace || '.' || c.relname from pg_class c where c.relkind = 'r'"
          + " and c.relnamespace in ('public'::regnamespace, 'door'::regnamespace)"
          + " and c.relname <> 'flyway_schema_history' order by 1";

  private static boolean grants(String line, String role, String table, String command) {
    String[] words = line.split(" ", 3);
    return words[0].equals(role)
        && words[1].equals(table)
        && (" " + words[2]).matches(".* " + command + "\\b.*");
  }

  private static String sql(String command, String table, String role) {
    return switch (command) {
      case "SELECT" -> "select from " + table;
      case "INSERT" -> "insert into " + table + " default values";
      case "UPDATE" -> "update " + table + " set " + column(table, role) + " = null where false";
      case "DELETE" -> "delete from " + table + " where false";
      default -> "truncate " + table;
    };
  }

  /** One that the role may update, if there is one. */
  private static String column(String table, String role) {
    return MIGRATED.text(
        "select attname from pg_attribute where attrelid = '%1$s'::regclass and attnum > 0"
                .formatted(table)
            + " order by has_column_privilege('%s', attrelid, attnum, 'UPDATE') desc, attnum limit 1"
                .formatted(role));
  }

  private static boolean denied(Connection connection, String sql) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return false;
    } catch (SQLException e) {
      // no policy was asked yet: the privilege itself is missing
      return DENIED.equals(e.getSQLState())
          && !String.valueOf(e.getMessage()).contains("row-level security");
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static String resource(String name) {
    try (InputStream in = GrantsTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
