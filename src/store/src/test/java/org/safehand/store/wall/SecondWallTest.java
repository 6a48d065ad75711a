package org.safehand.store.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.store.database.TestDatabase;

/**
 * The triggers behind the privileges: what only grows is not changed by whom every privilege was
 * given to, as a superuser has them. Each table has one row here, of nothing but defaults.
 */
class SecondWallTest {
  private static final String REFUSED = "23001"; // restrict_violation
  private static final String DONE = "done";

  private static final List<String> APPEND_ONLY =
      List.of(
          "bootstrap",
          "bootstrap_recorded",
          "custody_event",
          "log_anchor",
          "log_checkpoint",
          "log_entries",
          "log_head",
          "log_lost",
          "log_restore",
          "log_restore_recorded",
          "log_tile",
          "log_witnessed",
          "registry_import",
          "registry_import_recorded",
          "session_end");

  /** What goes on by one revision at a time. */
  private static final List<String> IN_STEPS =
      List.of("dispatch", "glass", "person", "proposal", "referral", "registry", "settings");

  /**
   * What has other rules of its own, goes when it is over, or is kept by privileges alone. A table
   * that is new belongs into one of the three lists; what the log or a court rests on into the
   * first.
   */
  private static final List<String> OTHERS =
      List.of(
          "agency_hold",
          "case_file",
          "case_key",
          "custody_case",
          "dispatch_draft",
          "dispatch_recipe",
          "duty",
          "exhibit",
          "exhibit_opening",
          "kept_result",
          "key_challenge",
          "referral_recipient",
          "registry_agency",
          "step_up_grant",
          "task");

  private static final TestDatabase GUARDED = TestDatabase.migrated();
  private static final TestDatabase BARE = TestDatabase.migrated();

  @BeforeAll
  static void anyRowWillDo() throws SQLException {
    GUARDED.dropConstraints();
    BARE.dropConstraints();
    for (String table : BARE.texts("select distinct tgrelid::regclass::text" + TRIGGERS)) {
      BARE.run("postgres", "alter table " + table + " disable trigger user");
    }
  }

  private static final String TRIGGERS = " from pg_trigger where not tgisinternal";

  static List<String> appendOnly() {
    return APPEND_ONLY;
  }

  static List<String> inSteps() {
    return IN_STEPS;
  }

  @Test
  void table_ofTheCatalog_isInOneOfTheLists() {
    assertThat(
            GUARDED.texts(
                "select relname from pg_class where relnamespace = 'public'::regnamespace"
                    + " and relkind in ('r', 'p') and relname <> 'flyway_schema_history'"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(APPEND_ONLY, IN_STEPS, OTHERS).flatMap(List::stream).toList());
    assertThat(OTHERS).noneMatch(table -> table.startsWith("log_") || table.endsWith("_recorded"));
  }

  @ParameterizedTest
  @MethodSource("appendOnly")
  void row_ofWhatOnlyGrows_isNotTakenAway_byTheTriggerAlone(String table) throws SQLException {
    for (String sql : List.of("delete from " + table, "truncate " + table)) {
      assertThat(answer(GUARDED, table, sql)).as(sql).isEqualTo(REFUSED);
      assertThat(answer(BARE, table, sql)).as(sql + " without its trigger").isEqualTo(DONE);
    }
  }

  @ParameterizedTest
  @MethodSource("appendOnly")
  void row_ofWhatOnlyGrows_isNotChanged_byTheTriggerAlone(String table) throws SQLException {
    boolean isEnd = table.equals("session_end");
    String sql =
        isEnd
            ? "update session_end set ended_at = ended_at - interval '1 second'"
            : "update %1$s set %2$s = %2$s".formatted(table, firstColumn(table));
    assertThat(answer(GUARDED, table, sql)).as(sql).isEqualTo(isEnd ? "23514" : REFUSED);
    assertThat(answer(BARE, table, sql)).as(sql + " without its trigger").isEqualTo(DONE);
  }

  @ParameterizedTest
  @MethodSource("inSteps")
  void row_ofWhatGoesOnInSteps_isNotChangedWithoutOne(String table) throws SQLException {
    String sql = "update " + table + " set revision = revision";
    assertThat(answer(GUARDED, table, sql)).isEqualTo(REFUSED);
    assertThat(answer(BARE, table, sql)).as("without its trigger").isEqualTo(DONE);
  }

  private static String firstColumn(String table) {
    return GUARDED.text(
        "select attname from pg_attribute where attrelid = '%s'::regclass and attnum = 1"
            .formatted(table));
  }

  /** The SQLSTATE of {@code sql} over one row of {@code table}, none of which is kept. */
  private static String answer(TestDatabase database, String table, String sql)
      throws SQLException {
    try (Connection connection = database.as("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      String row = table.equals("session_end") ? "values ('S-1', now())" : "default values";
      assertThat(statement.executeUpdate("insert into " + table + " " + row)).isEqualTo(1);
      try {
        statement.execute(sql);
        return DONE;
      } catch (SQLException e) {
        return String.valueOf(e.getSQLState());
      } finally {
        connection.rollback();
      }
    }
  }
}
