package org.safehand.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MigrationTest {
  @Test
  void migrate_onAnEmptyDatabase_runsAllOnceAndThenNone() {
    TestDatabase database = TestDatabase.empty();

    assertThat(database.migrate().migrationsExecuted).isGreaterThanOrEqualTo(3);
    assertThat(database.migrate().migrationsExecuted).isZero();
  }

  @Test
  void upgrade_ofADatabaseThatHoldsCases_keepsThemAndGuardsThem() throws SQLException {
    TestDatabase database = TestDatabase.empty();
    database.migrate("10");
    database.run("safehand_owner", CASES);

    assertThat(database.migrate().success).isTrue();

    assertThat(database.texts("select agency from referral_recipient order by 1"))
        .containsExactly("AG-N-001", "AG-S-002");
    assertThat(seen(database, "agency", "AG-S-002")).isEqualTo("2 of R-2");
    assertThat(seen(database, "unit", "unit-a")).isEqualTo("1 of R-1");
    assertThat(seen(database, "everything", "")).isEqualTo("3 of R-1,R-2");
    assertThat(
            database.count(
                "select count(*) from pg_class c, aclexplode(c.relacl) a"
                    + " where a.grantee = 'safehand_app'::regrole"))
        .as("what the one role of the gateway may still do")
        .isZero();
  }

  @Test
  void upgrade_withABrokenGlass_keepsWhenItIsOverAndWhenItsReviewIsDue() throws SQLException {
    TestDatabase database = TestDatabase.empty();
    database.migrate("17");
    database.run(
        "safehand_owner",
        "insert into glass values (gen_random_uuid(), gen_random_uuid(), 'S-1', 'unit-a', now(),"
            + " now() + interval '60 minutes', 'OPEN', 1, '')");
    assertThat(database.migrate().success).isTrue();
    assertThat(
            database.texts(
                "select until_at - opened_at || ' ' || (review_by - opened_at) from glass"))
        .containsExactly("01:00:00 1 day");
  }

  private static final String CASES =
      """
      insert into referral values
        ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000a1', 'R-1', 1, 1,
          'RELEASED', 'unit-a', 'S-1', 'X', 'U1', false, 0, now(), ''),
        ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-0000000000a2', 'R-2', 1, 1,
          'RELEASED', 'unit-b', 'S-2', 'X', 'U1', false, 0, now(), '');
      insert into dispatch values
        ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-000000000001',
          '00000000-0000-7000-8000-0000000000a1', 'AG-N-001', 'SOAP', 'DELIVERED', 1, 0, null, ''),
        ('00000000-0000-7000-8000-0000000000d2', '00000000-0000-7000-8000-000000000002',
          '00000000-0000-7000-8000-0000000000a2', 'AG-S-002', 'SOAP', 'QUEUED', 1, 0, null, ''),
        ('00000000-0000-7000-8000-0000000000d3', '00000000-0000-7000-8000-000000000002',
          '00000000-0000-7000-8000-0000000000a2', 'AG-S-002', 'SOAP', 'SUPERSEDED', 1, 0, null, '')
      """;

  /** How many dispatches the view shows, and which referrals. */
  private static String seen(TestDatabase database, String kind, String subject)
      throws SQLException {
    try (Connection connection = database.as("safehand_edge").getConnection()) {
      connection.setAutoCommit(false);
      Sql.enter(connection, kind, subject, "S-0");
      return Sql.text(
          connection,
          "select (select count(*) from dispatch) || ' of '"
              + " || string_agg(human_reference, ',' order by 1) from referral");
    }
  }
}
