package org.safehand.store.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.store.database.Sql;
import org.safehand.store.database.TestDatabase;

/** Openings of exhibits: each is its person's, of what they see without a glass. */
class OpeningRowsTest {
  private static final TestDatabase DATABASE = TwoAgencies.database();
  private static final String NORTH = "00000000-0000-7000-8000-000000000001";
  private static final String NORTH_CASE = "00000000-0000-7000-8000-0000000000a1";
  private static final String SOUTH = "00000000-0000-7000-8000-000000000002";
  private static final String SOUTH_CASE = "00000000-0000-7000-8000-0000000000a2";

  @Test
  void opening_isSeenAndUsedByItsPersonAlone() throws SQLException {
    try (Connection own = entered("unit", "unit-a", "S-9")) {
      add(own, NORTH, NORTH_CASE, "S-9", "5 minutes");
      own.commit();
    }
    try {
      for (String[] other :
          new String[][] {
            {"unit", "unit-a", "S-8"},
            {"unit", "unit-b", "S-1"},
            {"agency", "AG-N-001", "S-9"},
            {"everything", "", "S-9"}
          }) {
        try (Connection connection = entered(other[0], other[1], other[2])) {
          assertThat(Sql.rows(connection, "select from exhibit_opening")).isZero();
          assertThat(used(connection)).as("%s of %s", other[2], other[1]).isZero();
        }
      }
      try (Connection own = entered("unit", "unit-a", "S-9")) {
        assertThat(used(own)).isEqualTo(1);
      }
    } finally {
      DATABASE.run("postgres", "delete from exhibit_opening");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "of somebody else,         unit-a, S-9, " + NORTH + ", " + NORTH_CASE + ", S-8",
    "of what is not seen,      unit-a, S-9, " + SOUTH + ", " + SOUTH_CASE + ", S-9",
    "of another case,          unit-a, S-9, " + NORTH + ", " + SOUTH_CASE + ", S-9",
    "of what was handed over,  unit-b, S-9, " + NORTH + ", " + NORTH_CASE + ", S-9"
  })
  void opening_thatNobodyMayMake_isRefused(
      String what, String unit, String person, String referral, String caseId, String of)
      throws SQLException {
    try (Connection connection = entered("unit", unit, person)) {
      assertThatThrownBy(() -> add(connection, referral, caseId, of, "5 minutes"))
          .as(what)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
  }

  @Test
  void opening_throughAGlass_isRefused_thoughTheCaseIsSeen() throws SQLException {
    try (Connection connection = entered("unit", "unit-b", "S-9");
        PreparedStatement breaking =
            connection.prepareStatement(
                "select door.break_glass(?, gen_random_uuid(), ?::uuid, now(),"
                    + " now() + interval '1 hour', now() + interval '1 day', '')")) {
      breaking.setBytes(1, TestDatabase.HANDLE.digest().bytes());
      breaking.setString(2, NORTH_CASE);
      breaking.execute();
      assertThat(Sql.rows(connection, "select from referral")).isEqualTo(2);
      add(connection, SOUTH, SOUTH_CASE, "S-9", "5 minutes");
      assertThatThrownBy(() -> add(connection, NORTH, NORTH_CASE, "S-9", "5 minutes"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
  }

  @Test
  void opening_thatLastsLonger_isNoRow() throws SQLException {
    try (Connection connection = entered("unit", "unit-a", "S-9")) {
      assertThatThrownBy(() -> add(connection, NORTH, NORTH_CASE, "S-9", "6 minutes"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23514"));
    }
  }

  private static Connection entered(String kind, String subject, String person)
      throws SQLException {
    Connection connection = DATABASE.as("safehand_edge").getConnection();
    connection.setAutoCommit(false);
    Sql.enter(connection, kind, subject, person);
    return connection;
  }

  private static void add(
      Connection connection, String referral, String caseId, String person, String lasting)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into exhibit_opening values (gen_random_uuid(), ?::uuid, ?::uuid,"
                + " gen_random_uuid(), ?, now(), now() + ?::interval)")) {
      insert.setString(1, caseId);
      insert.setString(2, referral);
      insert.setString(3, person);
      insert.setString(4, lasting);
      insert.executeUpdate();
    }
  }

  private static int used(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate("delete from exhibit_opening");
    }
  }
}
