package org.safehand.store.wall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.store.database.Sql;
import org.safehand.store.database.TestDatabase;
import org.safehand.store.unit.ViewHandle;

/** The value in which a transaction keeps its view: nobody makes one, moves one or keeps one. */
class ViewForgeryTest {
  private static final TestDatabase DATABASE = TwoAgencies.database();
  private static final String ALL = "select * from referral";

  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = DATABASE.as("safehand_edge").getConnection();
    connection.setAutoCommit(false);
  }

  @AfterEach
  void close() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void value_thatWasEntered_showsTheView() throws SQLException {
    Sql.enter(connection, "agency", "AG-N-001", "");

    assertThat(Sql.rows(connection, ALL)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "everything",
        "everything:::",
        "everything:::0000000000000000000000000000000000000000000000000000000000000000",
        "agency:41472d4e2d303031::",
        "agency:AG-N-001::",
        "unit:756e69742d61:532d31:ff",
        "everything:::::",
        ":::"
      })
  void value_thatWasSet_showsNothing(String value) throws SQLException {
    Sql.set(connection, value);

    for (String table : TwoAgencies.TABLES) {
      assertThat(Sql.rows(connection, "select from " + table)).as(table).isZero();
    }
  }

  @Test
  void value_withAnotherClaim_showsNothing() throws SQLException {
    Sql.enter(connection, "agency", "AG-N-001", "");
    String sealed = Sql.view(connection);
    String south = HexFormat.of().formatHex("AG-S-002".getBytes(UTF_8));
    String seal = sealed.substring(sealed.lastIndexOf(':'));
    for (String forged :
        List.of(
            "agency:" + south + ":" + seal,
            "everything::" + seal,
            "unit:" + sealed.substring("agency:".length()),
            sealed.substring(0, sealed.length() - 1) + other(sealed.charAt(sealed.length() - 1)))) {
      Sql.set(connection, forged);
      assertThat(Sql.rows(connection, ALL)).as(forged).isZero();
    }
    Sql.set(connection, sealed);
    assertThat(Sql.rows(connection, ALL)).as("the value itself").isEqualTo(1);
  }

  @Test
  void value_ofAnotherConnection_showsNothing() throws SQLException {
    try (Connection other = DATABASE.as("safehand_edge").getConnection()) {
      other.setAutoCommit(false);
      Sql.enter(other, "everything", "", "");
      Sql.set(connection, Sql.view(other));

      assertThat(Sql.rows(other, ALL)).isEqualTo(2);
      assertThat(Sql.rows(connection, ALL)).isZero();
    }
  }

  @Test
  void value_ofAnEarlierTransaction_showsNothing() throws SQLException {
    Sql.enter(connection, "everything", "", "");
    String sealed = Sql.view(connection);
    connection.commit();
    Sql.set(connection, sealed);

    assertThat(Sql.rows(connection, ALL)).isZero();
  }

  @Test
  void connection_afterCommitRollbackAndFailure_showsNothing() throws SQLException {
    Sql.enter(connection, "everything", "", "");
    connection.commit();
    assertThat(Sql.rows(connection, ALL)).as("after a commit").isZero();
    assertThat(Sql.text(connection, "select current_setting('safehand.view')")).isEmpty();
    connection.rollback();
    Sql.enter(connection, "everything", "", "");
    connection.rollback();
    assertThat(Sql.rows(connection, ALL)).as("after a rollback").isZero();
    connection.rollback();
    Sql.enter(connection, "everything", "", "");
    assertThatThrownBy(() -> Sql.text(connection, "select 1 / 0"));
    connection.rollback();
    assertThat(Sql.rows(connection, ALL)).as("after a failure").isZero();
    connection.rollback();
    Sql.enter(connection, "agency", "AG-S-002", "");
    assertThat(Sql.rows(connection, ALL)).as("the next one's own view").isEqualTo(1);
  }

  @Test
  void savepoint_rolledBack_takesTheViewAlong() throws SQLException {
    var before = connection.setSavepoint();
    Sql.enter(connection, "everything", "", "");
    connection.rollback(before);

    assertThat(Sql.rows(connection, ALL)).isZero();
  }

  @Test
  void view_withoutTheHandle_isNotEntered() {
    byte[] wrong = ViewHandle.ofPassword("another").digest().bytes();
    refused(() -> Sql.enter(connection, wrong, "everything", "", ""));
    refused(() -> Sql.enter(connection, new byte[0], "everything", "", ""));
  }

  @Test
  void view_ofARoleWithoutAHandle_isNotEntered() throws SQLException {
    DATABASE.run("safehand_owner", "delete from door.handle where role = 'safehand_dispatcher'");
    try (Connection other = DATABASE.as("safehand_dispatcher").getConnection()) {
      refused(() -> Sql.enter(other, "everything", "", ""));
    }
  }

  @Test
  void view_isEnteredOnceInATransaction() throws SQLException {
    Sql.enter(connection, "agency", "AG-N-001", "");

    refused(() -> Sql.enter(connection, "everything", "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "all", "Everything", "agency:everything"})
  void view_ofAnUnknownKind_isNotEntered(String kind) {
    assertThatThrownBy(() -> Sql.enter(connection, kind, "", ""))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22023"));
  }

  @Test
  void subject_withSeparators_staysOneSubject() throws SQLException {
    Sql.enter(connection, "unit", "unit-a:S-1001::", "x':%");

    assertThat(Sql.text(connection, "select door.unit()")).isEqualTo("unit-a:S-1001::");
    assertThat(Sql.text(connection, "select door.person()")).isEqualTo("x':%");
    assertThat(Sql.text(connection, "select door.agency()")).isNull();
    assertThat(Sql.text(connection, "select door.everything()")).isEqualTo("f");
  }

  @Test
  void seal_isHmacOfClaimConnectionAndTransaction() throws Exception {
    Sql.enter(connection, "agency", "AG-N-001", "");
    String sealed = Sql.view(connection);
    String claim = sealed.substring(0, sealed.lastIndexOf(':'));
    String message =
        Sql.text(
            connection,
            "select '%s:' || pg_backend_pid() || ':' || extract(epoch from now())"
                .formatted(claim));

    assertThat(sealed).isEqualTo(claim + ":" + HexFormat.of().formatHex(hmac(message)));
  }

  /** With the key out of its inner pad; RFC 2104 by somebody else's code. */
  private static byte[] hmac(String message) throws GeneralSecurityException {
    byte[] pad =
        HexFormat.of()
            .parseHex(DATABASE.text("select encode(inner_pad, 'hex') from door.seal_key"));
    byte[] key = new byte[32];
    for (int i = 0; i < pad.length; i++) {
      byte plain = (byte) (pad[i] ^ 0x36);
      if (i < key.length) {
        key[i] = plain;
      } else {
        assertThat(plain).isZero();
      }
    }
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message.getBytes(UTF_8));
  }

  @Test
  void key_isOfEachDatabaseItsOwn() {
    assertThat(TestDatabase.migrated().text("select inner_pad from door.seal_key"))
        .isNotEqualTo(DATABASE.text("select inner_pad from door.seal_key"));
  }

  @Test
  void input_thatSetsTheView_getsNoFurther() throws SQLException {
    Sql.enter(connection, "agency", "AG-N-001", "");
    String input =
        "x' or set_config('safehand.view', 'everything:::00', true) is not null or 'a'='";
    try (Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select human_reference from referral where human_reference = '" + input + "'")) {
      while (rows.next()) {
        assertThat(rows.getString(1)).isEqualTo("R-N");
      }
    }
    assertThat(Sql.rows(connection, ALL)).as("and has lost what it had").isZero();
  }

  private static char other(char hex) {
    return hex == '0' ? '1' : '0';
  }

  private void refused(ThrowingCallable entering) {
    assertThatThrownBy(entering)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
