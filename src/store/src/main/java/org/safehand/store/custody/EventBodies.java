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

  RecordedEvent open(EventRow row) {
    byte[] body =
        keys.custodyKey(row.caseId())
            .open(row.sealedBody(), context(row.caseId(), row.eventId(), row.caseSequence()));
    try {
      BlindLeaf leaf = BlindLeaf.of(row.leaf()).orElseThrow(() -> damaged(row, null));
      return RecordedEvent.open(body, leaf);
    } catch (JsonException e) {
      throw damaged(row, e);
    }
  }

  private static SealContext context(UUID caseId, UUID eventId, long sequence) {
    return new SealContext(PURPOSE, caseId, KEY_VERSION, eventId.toString(), sequence);
  }

  private static StoreException damaged(EventRow row, @Nullable Throwable cause) {
    return new StoreException(StoreCode.ROW_DAMAGED, "custody event " + row.eventId(), cause);
  }
}
