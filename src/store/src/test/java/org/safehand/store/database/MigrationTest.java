package org.safehand.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTest {
  private static final String DENIED = "42501";
  private static final TestDatabase MIGRATED = TestDatabase.migrated();

  @Test
  void migrate_onAnEmptyDatabase_runsAllOnceAndThenNone() {
    TestDatabase database = TestDatabase.empty();

    assertThat(database.migrate().migrationsExecuted).isGreaterThanOrEqualTo(3);
    assertThat(database.migrate().migrationsExecuted).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from custody_event",
        "update custody_event set leaf = ''",
        "update custody_event set log_index = 1",
        "truncate custody_event",
        "delete from custody_case",
        "delete from referral",
        "delete from dispatch",
        "delete from exhibit",
        "update exhibit set number = 2",
        "update case_file set sealed_content = ''",
        "update dispatch_recipe set sealed_content = ''",
        "update kept_result set result = ''",
        "update step_up_grant set version = 1",
        "delete from case_key",
        "update case_key set wrapped = ''",
        "insert into log_tile values (0, 0, 1, '')",
        "delete from log_checkpoint",
        "delete from log_anchor",
        "update log_anchor set token = ''",
        "create table mine (id int)",
        "drop table referral",
        "alter table referral disable trigger all",
        "select * from flyway_schema_history",
        "set role safehand_owner"
      })
  void gateway_outsideItsDuties_isDenied(String sql) {
    assertThatThrownBy(() -> MIGRATED.run("safehand_app", sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select sealed_body from custody_event",
        "select * from case_key",
        "select * from referral",
        "select * from task",
        "select * from step_up_grant",
        "insert into custody_case values (gen_random_uuid(), 0, null)"
      })
  void sequencer_outsideItsDuties_isDenied(String sql) {
    assertThatThrownBy(() -> MIGRATED.run("safehand_sequencer", sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
  }
}
