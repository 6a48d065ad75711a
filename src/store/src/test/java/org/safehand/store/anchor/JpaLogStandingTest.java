package org.safehand.store.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventType;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.SignedNote;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.sample.TestTsa;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.log.LogState;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

/** Events are recorded by the gateway; the sequencer's part is played with its own role. */
class JpaLogStandingTest {
  private static final LogKey KEY = LogKey.generate("safehand.example.org/log", new SecureRandom());

  private final TestStore store = TestStore.create();
  private final CaseId caseId = Samples.IDS.caseId();
  private final Instant[] recorded = new Instant[3];

  @BeforeEach
  void recordThree() throws SQLException {
    for (int i = 0; i < recorded.length; i++) {
      store.inUnit(
          () -> store.store().custodyRecorder().record(caseId, Samples.event(EventType.READ)));
      recorded[i] = recordedAt(i);
    }
  }

  @Test
  void log_withoutEvents_waitsForNothing() {
    LogState state = TestStore.create().store().logStanding().now();
    assertThat(state.published()).isZero();
    assertThat(state.newestAnchor()).isEmpty();
    assertThat(state.unpublishedSince()).isEmpty();
    assertThat(state.unwitnessedSince()).isEmpty();
    assertThat(state.unanchoredSince()).isEmpty();
    assertThat(Duration.between(state.at(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void events_recordedOnly_waitForEverything() {
    expect(0, 0, 0, recorded[0], recorded[0], recorded[0]);
  }

  @Test
  void events_partlyPublishedWitnessedAnchored_waitFromTheFirstBehindEach() throws Exception {
    publish(2);
    expect(2, 0, 0, recorded[2], recorded[0], recorded[0]);
    witness(1);
    expect(2, 1, 0, recorded[2], recorded[1], recorded[0]);
    publish(3);
    witness(3);
    expect(3, 3, 0, null, null, recorded[0]);
    anchor(1);
    expect(3, 3, 1, null, null, recorded[1]);
    anchor(3);
    LogState state = expect(3, 3, 3, null, null, null);
    assertThat(state.newestAnchor()).hasValueSatisfying(at -> assertThat(at).isAfter(recorded[2]));
  }

  @Test
  void event_heldBack_isTheOldestThatWaitsForAll() throws Exception {
    publish(1, 2);
    witness(2);
    anchor(2);
    expect(2, 2, 2, recorded[0], recorded[0], recorded[0]);
  }

  private LogState expect(
      long published,
      long witnessed,
      long anchored,
      @Nullable Instant publishing,
      @Nullable Instant witnessing,
      @Nullable Instant anchoring) {
    LogState state = store.store().logStanding().now();
    assertThat(state.published()).isEqualTo(published);
    assertThat(state.witnessed()).isEqualTo(witnessed);
    assertThat(state.anchored()).isEqualTo(anchored);
    assertThat(state.unpublishedSince()).isEqualTo(Optional.ofNullable(publishing));
    assertThat(state.unwitnessedSince()).isEqualTo(Optional.ofNullable(witnessing));
    assertThat(state.unanchoredSince()).isEqualTo(Optional.ofNullable(anchoring));
    return state;
  }

  /** Sequences the first {@code size} events and publishes them. */
  private void publish(int size) throws SQLException {
    for (int i = 0; i < size; i++) {
      sequence(i, i);
    }
    sequencer(
        "insert into log_checkpoint values (?, ?, now())", (long) size, note(size).toString());
  }

  /** Sequences the events of these numbers in the case, in this order, and publishes them. */
  private void publish(long first, long second) throws SQLException {
    sequence(first, 0);
    sequence(second, 1);
    sequencer("insert into log_checkpoint values (?, ?, now())", 2L, note(2).toString());
  }

  private void sequence(long number, long index) throws SQLException {
    sequencer(
        "update custody_event set log_index = ? where case_id = ? and case_sequence = ?"
            + " and log_index is null",
        index,
        caseId.value(),
        number);
  }

  private void witness(int size) throws SQLException {
    sequencer("insert into log_witnessed values (?, ?, now())", (long) size, note(size).toString());
  }

  private void anchor(int size) throws Exception {
    LogAnchor anchor =
        new LogAnchor(note(size), new TestTsa(TestPki.TSA).stamp(LogAnchor.stamped(note(size))));
    store.unit(() -> store.store().anchors().keep(anchor));
  }

  private static SignedNote note(long size) {
    return KEY.sign(new Checkpoint(KEY.name(), size, Digest.of(new byte[] {1})));
  }

  private Instant recordedAt(int number) throws SQLException {
    try (Connection connection = store.database().as("postgres").getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select recorded_at from custody_event where case_id = ? and case_sequence = ?")) {
      query.setObject(1, caseId.value());
      query.setObject(2, (long) number);
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getTimestamp(1).toInstant();
      }
    }
  }

  private void sequencer(String sql, Object... values) throws SQLException {
    try (Connection connection = store.database().as("safehand_sequencer").getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
