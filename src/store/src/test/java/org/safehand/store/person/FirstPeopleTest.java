package org.safehand.store.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.custody.provenance.Instrument;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Founders;
import org.safehand.referral.person.Place;
import org.safehand.referral.person.RecordBootstrap;
import org.safehand.referral.sample.People;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

class FirstPeopleTest {
  private static final Founders FOUNDERS =
      new Founders(
          List.of(
              person("a1", Role.ADMINISTRATOR),
              person("a2", Role.ADMINISTRATOR),
              person("s1", Role.RELEASE_SUPERVISOR),
              person("s2", Role.RELEASE_SUPERVISOR)));
  private static final Founders OTHERS =
      new Founders(
          List.of(
              person("a3", Role.ADMINISTRATOR),
              person("a4", Role.ADMINISTRATOR),
              person("s3", Role.RELEASE_SUPERVISOR),
              person("s4", Role.RELEASE_SUPERVISOR)));

  private final TestStore test = TestStore.create();

  @Test
  void founders_arePutInOnceAndNeverAgain() throws SQLException {
    assertThat(put(FOUNDERS)).isTrue();
    assertThat(put(FOUNDERS)).isFalse();
    assertThat(put(OTHERS)).isFalse();
    assertThat(test.store().bindings().list(Optional.empty(), 10))
        .containsExactlyElementsOf(FOUNDERS.people());
  }

  @Test
  void founders_whereThereIsAnybody_areRefused() throws SQLException {
    test.unit(() -> test.store().bindings().save(person("x1", Role.AUDITOR)));
    assertThat(put(FOUNDERS)).isFalse();
    assertThat(test.store().bindings().list(Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void firstNode_recordsAnEventForEach_andTheNextNothing() throws SQLException {
    assertThat(record()).isEmpty();
    put(FOUNDERS);
    assertThat(record()).contains(FOUNDERS);
    assertThat(record()).isEmpty();
    assertThat(test.database().count("select count(*) from custody_event")).isEqualTo(4);
  }

  private Optional<Founders> record() {
    Journal journal =
        new Journal(
            test.store().custodyRecorder(),
            Samples.IDS,
            Clock.systemUTC(),
            new Instrument("test", "Safehand", "0.1"));
    return new RecordBootstrap(test.store().unitOfWork(), test.store().bootstraps(), journal)
        .record(People.NODE);
  }

  private boolean put(Founders founders) throws SQLException {
    try (Connection owner = test.database().as("safehand_migrate").getConnection();
        Statement become = owner.createStatement()) {
      become.execute("set role safehand_owner");
      return new FirstPeople(owner).put(founders);
    }
  }

  private static Binding person(String number, Role role) {
    return new Binding(
        new StaffNumber(number),
        "Person " + number,
        Set.of(role),
        new Place.Unit("hotline"),
        true,
        1);
  }
}
