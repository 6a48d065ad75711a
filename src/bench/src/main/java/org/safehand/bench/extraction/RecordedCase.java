package org.safehand.bench.extraction;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.safehand.bench.recording.SyntheticEvents;
import org.safehand.bench.server.BenchStore;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.referral.id.CaseId;

/**
 * A case whose events the gateway's recorder has recorded and whose last one issues an extract.
 *
 * @param caseId the case
 * @param issuing the event that issues the extract
 */
record RecordedCase(CaseId caseId, UUID issuing) {
  private static final String LEAVES =
      "select leaf from custody_event where case_id = ? order by case_sequence";

  RecordedCase {
    requireNonNull(caseId, "caseId is null");
    requireNonNull(issuing, "issuing is null");
  }

  /** Records {@code count} events of {@code caseId}. */
  static RecordedCase record(BenchStore store, SyntheticEvents events, CaseId caseId, int count) {
    for (int i = 0; i < count - 1; i++) {
      store.record(caseId, events.next());
    }
    UUID issuing = events.eventId();
    store
        .store()
        .unitOfWork()
        .run(
            () ->
                store
                    .store()
                    .custodyRecorder()
                    .endPeriod(
                        caseId, end -> events.extractIssued(issuing, end, ExtractLevel.DETAILS)));
    return new RecordedCase(caseId, issuing);
  }

  /** Its leaves, in the order of the chain. */
  List<BlindLeaf> leaves(Connection connection) throws SQLException {
    List<BlindLeaf> leaves = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(LEAVES)) {
      query.setObject(1, caseId.value());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          leaves.add(BlindLeaf.of(row.getBytes(1)).orElseThrow());
        }
      }
    }
    return leaves;
  }
}
