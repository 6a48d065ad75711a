package org.safehand.cli.stepup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonObject;

/**
 * What the second factor is shown for.
 *
 * @param operation as the authorization table names it
 * @param object the id of the referral, dispatch, proposal or agency, or the reference of the case
 * @param etag the version of it that was read
 * @param digest of all that the act does
 */
public record Act(String operation, String object, String etag, Digest digest) {
  public Act {
    requireNonNull(operation, "operation is null");
    requireNonNull(object, "object is null");
    requireNonNull(etag, "etag is null");
    requireNonNull(digest, "digest is null");
  }

  /** About something that has an id. */
  public Act(String operation, UUID object, String etag, Digest digest) {
    this(operation, object.toString(), etag, digest);
  }

  /** One that says nothing but why: named is the SHA-256 of {@code reason} in UTF-8. */
  public static Act because(String operation, String object, String etag, String reason) {
    return new Act(operation, object, etag, Digest.of(reason.getBytes(UTF_8)));
  }

  JsonObject toJson() {
    return JsonObject.builder()
        .put("operation", operation)
        .put("object", object)
        .put("etag", etag)
        .put("digest", digest.hex())
        .build();
  }
}
