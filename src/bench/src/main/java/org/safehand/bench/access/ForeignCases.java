package org.safehand.bench.access;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.safehand.bench.recording.SyntheticEvents;
import org.safehand.bench.server.BenchDatabase;
import org.safehand.bench.server.BenchStore;
import org.safehand.referral.access.Actor;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.Ids;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Place;
import org.safehand.referral.sample.People;

/** Cases that were sent to another agency than the one whose liaison asks. */
final class ForeignCases {
  /** Who asks. */
  static final Actor STRANGER = People.LIAISON_SOUTH;

  private static final String REFERRAL =
      "insert into referral (referral_id, case_id, human_reference, number, revision, state, unit,"
          + " author, incident_type, urgency, exercise, exhibit_count, created_at, sealed_document)"
          + " values (?, ?, ?, 1, 1, 'RELEASED', 'hotline', 'S-1', 'X', 'U2', false, 0, now(), ?)";
  private static final String DISPATCH =
      "insert into dispatch (dispatch_id, referral_id, case_id, agency, channel, state, revision,"
          + " fence, due_at, document)"
          + " values (?, ?, ?, 'AG-N-001', 'PICK_UP', 'AVAILABLE', 1, 0, null, ?)";
  private static final byte[] UNREAD = "not read".getBytes(StandardCharsets.US_ASCII);

  private final BenchDatabase database;
  private final BenchStore store;
  private final Ids ids;
  private final SyntheticEvents events;

  ForeignCases(BenchDatabase database, BenchStore store) {
    this.database = requireNonNull(database, "database is null");
    this.store = requireNonNull(store, "store is null");
    this.ids = new Ids(Clock.systemUTC(), new SecureRandom());
    this.events = new SyntheticEvents(ids, Clock.systemUTC());
  }

  /** Makes {@code count} of them, each with an event, and lists who asks. */
  List<ReferralId> make(int count) throws Exception {
    Place place = new Place.OfAgency(STRANGER.agency().orElseThrow());
    Binding binding =
        new Binding(STRANGER.number(), STRANGER.displayName(), STRANGER.roles(), place, true, 1);
    store
        .store()
        .unitOfWork()
        .run(
            () -> {
              store.store().bindings().save(binding);
              return binding;
            });
    List<ReferralId> made = new ArrayList<>();
    try (Connection connection = database.connect()) {
      for (int i = 0; i < count; i++) {
        made.add(make(connection));
      }
    }
    return made;
  }

  /** An id that nobody ever gave out. */
  ReferralId unknown() {
    return ids.referral();
  }

  private ReferralId make(Connection connection) throws SQLException {
    CaseId caseId = ids.caseId();
    ReferralId referral = ids.referral();
    try (PreparedStatement row = connection.prepareStatement(REFERRAL)) {
      row.setObject(1, referral.value());
      row.setObject(2, caseId.value());
      row.setString(3, referral.toString());
      row.setBytes(4, UNREAD);
      row.executeUpdate();
    }
    try (PreparedStatement row = connection.prepareStatement(DISPATCH)) {
      row.setObject(1, ids.dispatch().value());
      row.setObject(2, referral.value());
      row.setObject(3, caseId.value());
      row.setBytes(4, UNREAD);
      row.executeUpdate();
    }
    store.record(caseId, events.next());
    return referral;
  }
}
