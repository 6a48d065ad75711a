package org.safehand.web.staff;

import java.util.Optional;
import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.approval.ProposalOrder;
import org.safehand.referral.enrolment.KeyFingerprint;
import org.safehand.referral.id.ProposalId;
import org.safehand.web.message.JsonBody;

/**
 * Reads a decision out of its request: the digest that was read, the fingerprint of an agency's
 * key, and for a no the reason.
 */
final class ProposalBody {
  private ProposalBody() {}

  static ProposalOrder approval(ProposalId proposal, long revision, JsonObject body) {
    return order(proposal, revision, body, Set.of("digest", "fingerprint"));
  }

  static ProposalOrder rejection(ProposalId proposal, long revision, JsonObject body) {
    return order(proposal, revision, body, Set.of("digest", "reason"));
  }

  static String reason(JsonObject body) {
    try {
      return body.string("reason");
    } catch (JsonException wrong) {
      throw JsonBody.field(wrong);
    }
  }

  private static ProposalOrder order(
      ProposalId proposal, long revision, JsonObject body, Set<String> members) {
    try {
      body.requireOnly(members);
      return new ProposalOrder(proposal, revision, digest(body), fingerprint(body));
    } catch (JsonException wrong) {
      throw JsonBody.field(wrong);
    }
  }

  private static Optional<Digest> fingerprint(JsonObject body) throws JsonException {
    try {
      return body.optionalString("fingerprint").map(KeyFingerprint::parse);
    } catch (IllegalArgumentException malformed) {
      throw body.fault("fingerprint", "not 64 lower-case hexadecimal digits, in fours or in one");
    }
  }

  private static Digest digest(JsonObject body) throws JsonException {
    try {
      return Digest.ofHex(body.string("digest"));
    } catch (IllegalArgumentException malformed) {
      throw body.fault("digest", "not 64 lower-case hexadecimal digits");
    }
  }
}
