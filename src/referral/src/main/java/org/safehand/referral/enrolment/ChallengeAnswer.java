package org.safehand.referral.enrolment;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.document.ObjectShape;
import org.safehand.referral.document.TextShape;

/**
 * The answer to a challenge, which only who can open it knows.
 *
 * @param challenge which
 * @param sha256 of its content
 */
public record ChallengeAnswer(ChallengeId challenge, Digest sha256) implements KeyProof {
  /** The document that {@link #read} takes. */
  public static final ObjectShape SHAPE =
      ObjectShape.empty()
          .must("challenge", new TextShape(36, ChallengeAnswer::isId, "the id of a challenge"))
          .must(
              "sha256",
              new TextShape(
                  64,
                  text -> Digest.parseHex(text).isPresent(),
                  "64 lower-case hexadecimal digits"));

  /** Refuses nulls. */
  public ChallengeAnswer {
    requireNonNull(challenge, "challenge is null");
    requireNonNull(sha256, "sha256 is null");
  }

  /** The answer of a document that has {@link #SHAPE}. */
  public static ChallengeAnswer read(JsonObject json) throws JsonException {
    return new ChallengeAnswer(
        ChallengeId.parse(json.string("challenge")), Digest.ofHex(json.string("sha256")));
  }

  /** The document. */
  public JsonObject content() {
    return JsonObject.builder()
        .put("challenge", challenge.toString())
        .put("sha256", sha256.hex())
        .build();
  }

  private static boolean isId(String text) {
    try {
      return ChallengeId.parse(text).toString().equals(text);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
