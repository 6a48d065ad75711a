package org.safehand.store.custody;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.json.JsonException;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.key.CaseKeyStore;
import org.safehand.store.key.SealContext;

/**
 * Bodies of events, sealed under the custody key of their case for exactly their place in its
 * chain. An event is opened only if its leaf commits to what was opened.
 */
final class EventBodies {
  private static final String PURPOSE = "custody-event";
  private static final int KEY_VERSION = 1;

  private final CaseKeyStore keys;

  EventBodies(CaseKeyStore keys) {
    this.keys = requireNonNull(keys, "keys is null");
  }

  byte[] seal(RecordedEvent event) {
    UUID caseId = event.link().caseId();
    return keys.custodyKey(caseId)
        .seal(
            event.body(),
            context(caseId, event.event().header().eventId(), event.link().caseSequence()));
  }

  /** A sealed body and the row that it stands in. */
  @SuppressWarnings("ArrayRecordComponent") // within this package, for one reading
  record Sealed(UUID caseId, UUID eventId, long sequence, byte[] leaf, byte[] body) {}

  RecordedEvent open(EventRow row) {
    return open(
        new Sealed(row.caseId(), row.eventId(), row.caseSequence(), row.leaf(), row.sealedBody()));
  }

  RecordedEvent open(Sealed event) {
    byte[] body =
        keys.custodyKey(event.caseId())
            .open(event.body(), context(event.caseId(), event.eventId(), event.sequence()));
    try {
      BlindLeaf leaf = BlindLeaf.of(event.leaf()).orElseThrow(() -> damaged(event, null));
      return RecordedEvent.open(body, leaf);
    } catch (JsonException e) {
      throw damaged(event, e);
    }
  }

  private static SealContext context(UUID caseId, UUID eventId, long sequence) {
    return new SealContext(PURPOSE, caseId, KEY_VERSION, eventId.toString(), sequence);
  }

  private static StoreException damaged(Sealed event, @Nullable Throwable cause) {
    return new StoreException(StoreCode.ROW_DAMAGED, "custody event " + event.eventId(), cause);
  }
}
