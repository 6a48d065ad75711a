package org.safehand.store.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.store.database.Sql;
import org.safehand.store.database.TestDatabase;

/** What each view shows of each table to a query that forgot every condition. */
class RowSecurityTest {
  private static final TestDatabase DATABASE = TwoAgencies.database();
  private static final String NORTH = "'00000000-0000-7000-8000-000000000001'";
  private static final String SOUTH = "'00000000-0000-7000-8000-000000000002'";

  private static final List<String> OF_WORK =
      List.of("referral", "exhibit", "case_file", "dispatch", "dispatch_draft", "dispatch_recipe");

  /** Rows of the tables in the order of {@link TwoAgencies#TABLES}. */
  @ParameterizedTest
  @CsvSource({
    "agency,     AG-N-001, '',  1 1 2 1 0 1 1",
    "agency,     AG-W-003, '',  1 1 2 1 0 1 1",
    "agency,     AG-S-002, '',  1 1 2 1 0 1 1",
    "agency,     AG-X-004, '',  0 0 0 0 0 0 0",
    "agency,     unit-a,   S-1, 0 0 0 0 0 0 0",
    "agency,     '',       '',  0 0 0 0 0 0 0",
    "unit,       unit-a,   S-9, 1 0 2 2 2 2 4",
    "unit,       unit-b,   S-9, 1 0 2 1 1 1 4",
    "unit,       unit-b,   S-1, 2 0 4 3 3 3 8",
    "unit,       unit-c,   S-9, 0 0 0 0 0 0 0",
    "unit,       AG-N-001, S-9, 0 0 0 0 0 0 0",
    "everything, '',       '',  2 0 4 3 3 3 8"
  })
  void view_ofTheEdge_showsItsRowsAndNoOther(
      String kind, String subject, String person, String rows) throws SQLException {
    try (Connection connection = entered("safehand_edge", kind, subject, person)) {
      StringBuilder seen = new StringBuilder();
      for (String table : TwoAgencies.TABLES) {
        seen.append(Sql.rows(connection, "select from " + table)).append(' ');
      }
      assertThat(seen.toString().strip()).isEqualTo(rows);
    }
  }

  @ParameterizedTest
  @CsvSource({"AG-N-001,R-N,d1", "AG-W-003,R-N,d3", "AG-S-002,R-S,d2"})
  void agency_askingForEverything_getsItsOwn(String agency, String reference, String dispatch)
      throws SQLException {
    try (Connection connection = entered("safehand_edge", "agency", agency, "")) {
      assertThat(Sql.text(connection, "select string_agg(human_reference, ',') from referral"))
          .isEqualTo(reference);
      assertThat(
              Sql.text(
                  connection, "select string_agg(right(dispatch_id::text, 2), ',') from dispatch"))
          .isEqualTo(dispatch);
      assertThat(Sql.text(connection, "select string_agg(agency, ',') from referral_recipient"))
          .isEqualTo(agency);
    }
  }

  /** What the hotline decided, and why it held something back, is not for an agency to see. */
  @Test
  void agency_seesEventsOfSendingAlone() throws SQLException {
    try (Connection connection = entered("safehand_edge", "agency", "AG-N-001", "")) {
      assertThat(Sql.text(connection, "select string_agg(type, ',') from custody_event"))
          .isEqualTo("packaged");
    }
  }

  /** Numbers are told outside of every view, and no role but the edge's may ask. */
  @Test
  void numbersOfDispatches_areToldWithoutAView() throws SQLException {
    String ask =
        "select string_agg(agency || ' ' || state || ' ' || dispatches, ',') from door.dispatch_counts()";
    try (Connection none = DATABASE.as("safehand_edge").getConnection();
        Connection dispatcher = DATABASE.as("safehand_dispatcher").getConnection()) {
      assertThat(Sql.text(none, ask))
          .isEqualTo("AG-N-001 DELIVERED 1,AG-S-002 AVAILABLE 1,AG-W-003 QUEUED 1");
      assertThatThrownBy(() -> Sql.text(dispatcher, ask)).hasMessageContaining("permission denied");
    }
    try (Connection agency = entered("safehand_edge", "agency", "AG-N-001", "")) {
      assertThat(Sql.text(agency, ask)).isNull();
    }
  }

  @Test
  void dispatcher_seesWhatItWorksOn_inTheViewOfEverythingOnly() throws SQLException {
    for (String table : OF_WORK) {
      try (Connection none = DATABASE.as("safehand_dispatcher").getConnection();
          Connection agency = entered("safehand_dispatcher", "agency", "AG-N-001", "");
          Connection all = entered("safehand_dispatcher", "everything", "", "")) {
        assertThat(Sql.rows(none, "select from " + table)).as(table).isZero();
        assertThat(Sql.rows(agency, "select from " + table)).as(table).isZero();
        assertThat(Sql.rows(all, "select from " + table)).as(table).isPositive();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update referral set revision = 2, state = 'WITHDRAWN'",
        "update dispatch set revision = 2, state = 'SUPERSEDED'",
        "insert into exhibit values (" + NORTH + ", 9, '')",
        "insert into dispatch select gen_random_uuid(), referral_id, case_id, 'AG-N-001', 'SOAP', 'QUEUED',"
            + " 1, 0, null, '' from referral"
      })
  void agency_changesNothing(String sql) throws SQLException {
    try (Connection connection = entered("safehand_edge", "agency", "AG-N-001", "");
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql))
          .hasMessageContaining("row-level security")
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
  }

  @Test
  void agency_locksWhatItSeesAndNoMore() throws SQLException {
    try (Connection connection = entered("safehand_edge", "agency", "AG-N-001", "");
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select human_reference from referral for update")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("R-N");
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void unit_changesItsOwnAndNoOthers() throws SQLException {
    try (Connection connection = entered("safehand_edge", "unit", "unit-a", "S-9");
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("update referral set revision = 2")).isEqualTo(1);
      assertThat(statement.executeUpdate("update dispatch set revision = 2")).isEqualTo(2);
      refused(statement, "update referral set revision = 3, unit = 'unit-b'");
    }
    for (String sql :
        new String[] {
          "insert into exhibit values (" + SOUTH + ", 9, '')",
          "insert into dispatch values (gen_random_uuid(), "
              + SOUTH
              + ", gen_random_uuid(), 'AG-N-001',"
              + " 'SOAP', 'QUEUED', 1, 0, null, '')",
          "insert into referral values (gen_random_uuid(), gen_random_uuid(), 'R-X', 1, 1, 'DRAFT',"
              + " 'unit-b', 'S-8', 'X', 'U1', false, 0, now(), '')"
        }) {
      try (Connection connection = entered("safehand_edge", "unit", "unit-a", "S-9");
          Statement statement = connection.createStatement()) {
        refused(statement, sql);
      }
    }
  }

  @Test
  void hidden_tellsToWhichCaseItBelongsAndNoMore() throws SQLException {
    try (Connection connection = entered("safehand_edge", "agency", "AG-N-001", "")) {
      assertThat(Sql.text(connection, "select door.case_of_referral(" + SOUTH + ")"))
          .endsWith("a2");
      assertThat(Sql.text(connection, "select door.case_of_dispatch(" + SOUTH + ")")).isNull();
      assertThat(Sql.text(connection, "select door.pending_since()")).isNotNull();
    }
  }

  @Test
  void owner_isSubjectToItToo() throws SQLException {
    assertThat(
            DATABASE.texts(
                "select relname from pg_class where relrowsecurity and relforcerowsecurity"
                    + " and relnamespace = 'public'::regnamespace order by 1"))
        .containsExactly(
            "case_file",
            "custody_event",
            "dispatch",
            "dispatch_draft",
            "dispatch_recipe",
            "exhibit",
            "exhibit_opening",
            "glass",
            "referral",
            "referral_recipient");
    try (Connection connection = DATABASE.as("safehand_migrate").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set role safehand_owner");
      assertThat(statement.executeUpdate("update referral set revision = 2")).isZero();
      assertThat(statement.executeUpdate("delete from exhibit")).isZero();
      assertThat(Sql.rows(connection, "select from dispatch_recipe")).isZero();
    }
  }

  @Test
  void superuser_isNotStopped() {
    assertThat(DATABASE.count("select count(*) from referral"))
        .as("policies are no wall against one: what is in the rows is sealed, and the log tells")
        .isEqualTo(2);
  }

  @Test
  void function_withItsOwnersRights_looksNowhereElse() {
    assertThat(
            DATABASE.texts(
                "select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
                    + " where n.nspname in ('public', 'door') and p.prosecdef and not"
                    + " coalesce('search_path=pg_catalog, pg_temp' = any(p.proconfig), false)"))
        .isEmpty();
    assertThat(
            DATABASE.count(
                "select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
                    + " where n.nspname in ('public', 'door') and p.prosecdef"))
        .isEqualTo(11);
  }

  @Test
  void view_ofTheDatabase_wouldAskWithTheRightsOfWhoeverReadsIt() {
    assertThat(
            DATABASE.texts(
                "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname in ('public', 'door') and c.relkind in ('v', 'm') and not"
                    + " coalesce('security_invoker=true' = any(c.reloptions), false)"))
        .isEmpty();
  }

  private static Connection entered(String role, String kind, String subject, String person)
      throws SQLException {
    Connection connection = DATABASE.as(role).getConnection();
    connection.setAutoCommit(false);
    Sql.enter(connection, kind, subject, person);
    return connection;
  }

  private static void refused(Statement statement, String sql) {
    assertThatThrownBy(() -> statement.execute(sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }
}
