package org.safehand.cli.stepup;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonObject;

/**
 * What the second factor is shown for.
 *
 * @param operation as the authorization table names it
 * @param object the referral, dispatch or proposal
 * @param etag the version of it that was read
 * @param digest of what is named: seal, certificate, change or request
 */
public record Act(String operation, UUID object, String etag, Digest digest) {
  public Act {
    requireNonNull(operation, "operation is null");
    requireNonNull(object, "object is null");
    requireNonNull(etag, "etag is null");
    requireNonNull(digest, "digest is null");
  }

  JsonObject toJson() {
    return JsonObject.builder()
        .put("operation", operation)
        .put("object", object.toString())
        .put("etag", etag)
        .put("digest", digest.hex())
        .build();
  }
}
