package org.safehand.store.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.store.database.Sql;
import org.safehand.store.database.TestDatabase;

/** What is seen through a broken glass: one case, by one person, for an hour, and never changed. */
class GlassViewTest {
  private static final TestDatabase DATABASE = TwoAgencies.database();
  private static final String CASE = "'00000000-0000-7000-8000-0000000000a1'";
  private static final String OTHERS = "where case_id = " + CASE;
  private static final byte[] HANDLE = TestDatabase.HANDLE.digest().bytes();

  private Connection connection;

  @BeforeEach
  void enter() throws SQLException {
    connection = entered("unit-b", "S-9");
  }

  @AfterEach
  void undo() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void glass_showsItsCaseBesideTheUnitsOwn_andNoPackage() throws SQLException {
    assertThat(seen(connection)).isEqualTo("1 0 2 1 1 1 4");
    assertThat(broken(connection, HANDLE)).isTrue();
    assertThat(seen(connection)).isEqualTo("2 0 4 3 1 1 8");
    assertThat(Sql.text(connection, "select person || ' ' || unit from glass"))
        .isEqualTo("S-9 unit-b");
  }

  @Test
  void glass_showsNothingToOthersOfTheUnit_orAfterItsHour() throws SQLException {
    assertThat(broken(connection, HANDLE)).isTrue();
    connection.commit();
    try (Connection colleague = entered("unit-b", "S-8");
        Connection later = entered("unit-b", "S-9")) {
      assertThat(seen(colleague)).isEqualTo("1 0 2 1 1 1 4");
      assertThat(Sql.rows(colleague, "select from glass")).as("that there is one").isEqualTo(1);
      assertThat(seen(later)).isEqualTo("2 0 4 3 1 1 8");
      DATABASE.run(
          "postgres",
          "update glass set opened_at = opened_at - interval '1 hour',"
              + " until_at = until_at - interval '1 hour', review_by = review_by - interval '1 hour', state = 'ENDED', revision = 2;"
              + " alter table glass disable trigger all;"
              + " update glass set state = 'OPEN'; alter table glass enable trigger all");
      assertThat(seen(later)).as("stored as open, but over").isEqualTo("1 0 2 1 1 1 4");
    } finally {
      DATABASE.run("postgres", "delete from glass");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update referral set revision = 2 " + OTHERS,
        "update referral set revision = 2, unit = 'unit-b' " + OTHERS,
        "update dispatch set revision = 2, state = 'SUSPENDED' " + OTHERS,
        "insert into dispatch select gen_random_uuid(), referral_id, case_id, 'AG-N-001', 'SOAP', 'QUEUED',"
            + " 1, 0, null, '' from referral "
            + OTHERS,
        "insert into exhibit select referral_id, 9, '' from referral " + OTHERS
      })
  void case_throughTheGlass_isNotChanged(String change) throws SQLException {
    broken(connection, HANDLE);
    refused(change);
  }

  @Test
  void case_throughTheGlass_isLocked_andTheUnitsOwnIsChangedAsBefore() throws SQLException {
    broken(connection, HANDLE);
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select from referral " + OTHERS + " for update")) {
      assertThat(rows.next()).isTrue();
    }
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("update referral set revision = 2 where unit = 'unit-b'"))
          .isEqualTo(1);
      assertThat(
              statement.executeUpdate("update dispatch set revision = 2 where agency = 'AG-S-002'"))
          .isEqualTo(1);
    }
  }

  /** What SQL that somebody smuggled in would say; it does not know the handle. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into glass values (gen_random_uuid(), "
            + CASE
            + ", 'S-9', 'unit-b', now(), now() + interval '60 minutes', 'OPEN', 1, '', now() + interval '24 hours')",
        "select door.break_glass('\\x00', gen_random_uuid(), "
            + CASE
            + ", now(), now() + interval '1 hour', now() + interval '1 hour', '')",
        "select door.break_glass((select digest from door.handle), gen_random_uuid(), "
            + CASE
            + ", now(), now() + interval '1 hour', now() + interval '1 hour', '')",
        "delete from glass"
      })
  void glass_isNotBrokenWithoutTheHandle(String forged) {
    refused(forged);
  }

  @Test
  void glass_withAnotherHandle_isRefused() {
    byte[] other = HANDLE.clone();
    other[31] ^= 1;
    assertThatThrownBy(() -> broken(connection, other))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"agency", "everything"})
  void glass_ofNobody_isRefused(String kind) throws SQLException {
    try (Connection other = DATABASE.as("safehand_edge").getConnection()) {
      other.setAutoCommit(false);
      Sql.enter(other, kind, "AG-N-001", "");
      assertThatThrownBy(() -> broken(other, HANDLE))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update glass set until_at = until_at + interval '1 hour', opened_at = opened_at + interval '1 hour'",
        "update glass set case_id = gen_random_uuid()",
        "update glass set person = 'S-8'",
        "update glass set state = 'REVIEWED', revision = 2"
      })
  void glass_isNotChangedByWhoBrokeIt_norReviewed(String change) throws SQLException {
    broken(connection, HANDLE);
    refused(change);
  }

  @Test
  void glass_thatIsOver_isNotOpenedAgain_andASecondOneIsNotBroken() throws SQLException {
    broken(connection, HANDLE);
    assertThat(broken(connection, HANDLE)).as("a second one").isFalse();
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("update glass set state = 'ENDED', revision = 2"))
          .isEqualTo(1);
      assertThat(seen(connection)).isEqualTo("1 0 2 1 1 1 4");
      assertThatThrownBy(() -> statement.execute("update glass set state = 'OPEN', revision = 3"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("never opened again");
    }
  }

  /** Whatever the settings say, the database lets nobody read or wait for longer. */
  @ParameterizedTest
  @CsvSource({"61 minutes,1 day", "0 minutes,1 day", "1 hour,25 hours", "1 hour,0 hours"})
  void glass_forLongerThanMayBe_isRefused(String readFor, String reviewWithin) {
    assertThatThrownBy(() -> broken(connection, HANDLE, readFor, reviewWithin))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23514"));
  }

  @Test
  void glass_forFiveMinutes_showsItsCase_andNothingFiveMinutesLater() throws SQLException {
    assertThat(broken(connection, HANDLE, "5 minutes", "1 hour")).isTrue();
    assertThat(seen(connection)).isEqualTo("2 0 4 3 1 1 8");
    connection.commit();
    try (Connection later = entered("unit-b", "S-9")) {
      DATABASE.run(
          "postgres",
          "alter table glass disable trigger all; update glass set"
              + " opened_at = opened_at - interval '5 minutes',"
              + " until_at = until_at - interval '5 minutes';"
              + " alter table glass enable trigger all");
      assertThat(seen(later)).isEqualTo("1 0 2 1 1 1 4");
    } finally {
      DATABASE.run("postgres", "delete from glass");
    }
  }

  @Test
  void reference_tellsItsNewestVersionAndNoMore() throws SQLException {
    assertThat(Sql.text(connection, "select door.named_referral('R-N')")).endsWith("01");
    assertThat(Sql.text(connection, "select door.named_referral('R-X')")).isNull();
  }

  private static Connection entered(String unit, String person) throws SQLException {
    Connection connection = DATABASE.as("safehand_edge").getConnection();
    connection.setAutoCommit(false);
    Sql.enter(connection, "unit", unit, person);
    return connection;
  }

  private static boolean broken(Connection connection, byte[] handle) throws SQLException {
    return broken(connection, handle, "1 hour", "1 day");
  }

  private static boolean broken(
      Connection connection, byte[] handle, String readFor, String reviewWithin)
      throws SQLException {
    try (PreparedStatement breaking =
        connection.prepareStatement(
            "select door.break_glass(?, gen_random_uuid(), "
                + CASE
                + ", now(), now() + ?::interval, now() + ?::interval, '')")) {
      breaking.setBytes(1, handle);
      breaking.setString(2, readFor);
      breaking.setString(3, reviewWithin);
      try (var rows = breaking.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }

  /** How many rows of each table there are to see. */
  private static String seen(Connection connection) {
    return TwoAgencies.TABLES.stream()
        .map(table -> rows(connection, table))
        .collect(Collectors.joining(" "));
  }

  private static String rows(Connection connection, String table) {
    try {
      return Integer.toString(Sql.rows(connection, "select from " + table));
    } catch (SQLException e) {
      throw new IllegalStateException(table, e);
    }
  }

  private void refused(String sql) {
    assertThatThrownBy(
            () -> {
              try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
              }
            })
        .as(sql)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }
}
