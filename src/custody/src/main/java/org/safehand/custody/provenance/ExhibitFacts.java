package org.safehand.custody.provenance;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * The exhibit that an event is about.
 *
 * @param number its exhibit number
 * @param rootNumber the exhibit it comes from in the end; its own number for an original
 * @param size bytes
 * @param sha256 its digest
 * @param secondDigest a digest by another algorithm, as {@code sha512:hex}
 * @param before its digest before a handling that was checked, with {@code after}
 * @param after its digest after that handling
 * @param derivedFrom the exhibit it was derived from
 */
public record ExhibitFacts(
    String number,
    String rootNumber,
    long size,
    Digest sha256,
    @Nullable String secondDigest,
    @Nullable Digest before,
    @Nullable Digest after,
    @Nullable String derivedFrom) {
  private static final Set<String> MEMBERS =
      Set.of(
          "after",
          "before",
          "derivedFrom",
          "match",
          "number",
          "rootNumber",
          "secondDigest",
          "sha256",
          "size");

  public ExhibitFacts {
    requireNonNull(number, "number is null");
    requireNonNull(rootNumber, "rootNumber is null");
    requireNonNull(sha256, "sha256 is null");
    if (size < 0) {
      throw new IllegalArgumentException("a size is not negative");
    }
    if ((before == null) != (after == null)) {
      throw new IllegalArgumentException("digests before and after go together");
    }
  }

  /** An original with its two digests. */
  public static ExhibitFacts original(
      String number, long size, Digest sha256, @Nullable String secondDigest) {
    return new ExhibitFacts(number, number, size, sha256, secondDigest, null, null, null);
  }

  /** The same exhibit, with its digest before and after a handling. */
  public ExhibitFacts compared(Digest digestBefore, Digest digestAfter) {
    return new ExhibitFacts(
        number, rootNumber, size, sha256, secondDigest, digestBefore, digestAfter, derivedFrom);
  }

  public JsonObject toJson() {
    var json =
        JsonObject.builder()
            .putIfPresent("derivedFrom", Optional.ofNullable(derivedFrom))
            .put("number", number)
            .put("rootNumber", rootNumber)
            .putIfPresent("secondDigest", Optional.ofNullable(secondDigest))
            .put("sha256", sha256.hex())
            .put("size", size);
    if (before != null && after != null) {
      json.put("after", after.hex()).put("before", before.hex()).put("match", before.equals(after));
    }
    return json.build();
  }

  public static ExhibitFacts fromJson(JsonObject json) throws JsonException {
    json.requireOnly(MEMBERS);
    boolean compared = json.has("after") || json.has("before") || json.has("match");
    Digest before = compared ? Identifiers.digest(json, "before") : null;
    Digest after = compared ? Identifiers.digest(json, "after") : null;
    if (before != null && after != null && json.bool("match") != before.equals(after)) {
      throw json.fault("match", "does not say whether the digests are equal");
    }
    if (json.integer("size") < 0) {
      throw json.fault("size", "negative");
    }
    return new ExhibitFacts(
        json.string("number"),
        json.string("rootNumber"),
        json.integer("size"),
        Identifiers.digest(json, "sha256"),
        json.optionalString("secondDigest").orElse(null),
        before,
        after,
        json.optionalString("derivedFrom").orElse(null));
  }
}
