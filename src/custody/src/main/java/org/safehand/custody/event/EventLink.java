package org.safehand.custody.event;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.provenance.Identifiers;

/**
 * The place of an event in the chain of its case.
 *
 * @param caseId the case
 * @param caseSequence counted from 0 without gap
 * @param previousLeaf the leaf hash of the event before; absent exactly for the first
 */
public record EventLink(UUID caseId, long caseSequence, @Nullable Digest previousLeaf) {
  private static final Set<String> MEMBERS = Set.of("case", "previous", "sequence", "v");
  private static final long VERSION = 1;

  public EventLink {
    requireNonNull(caseId, "caseId is null");
    if (caseSequence < 0) {
      throw new IllegalArgumentException("a case sequence number is not negative");
    }
    if ((caseSequence == 0) != (previousLeaf == null)) {
      throw new IllegalArgumentException("exactly the first event of a case has no previous leaf");
    }
  }

  /** The link of the first event of {@code caseId}. */
  public static EventLink first(UUID caseId) {
    return new EventLink(caseId, 0, null);
  }

  /** The link of the event after this one, whose leaf hash is {@code leafHash}. */
  public EventLink next(Digest leafHash) {
    return new EventLink(caseId, caseSequence + 1, requireNonNull(leafHash, "leafHash is null"));
  }

  public JsonObject toJson() {
    return JsonObject.builder()
        .put("case", caseId.toString())
        .putIfPresent("previous", Optional.ofNullable(previousLeaf).map(Digest::hex))
        .put("sequence", caseSequence)
        .put("v", VERSION)
        .build();
  }

  public static EventLink fromJson(JsonObject json) throws JsonException {
    json.requireOnly(MEMBERS);
    if (json.integer("v") != VERSION) {
      throw json.fault("v", "unknown version");
    }
    long sequence = json.integer("sequence");
    if (sequence < 0 || (sequence == 0) == json.has("previous")) {
      throw json.fault("sequence", "exactly the first event, 0, has no previous leaf");
    }
    return new EventLink(
        Identifiers.uuid(json, "case"),
        sequence,
        json.has("previous") ? Identifiers.digest(json, "previous") : null);
  }
}
