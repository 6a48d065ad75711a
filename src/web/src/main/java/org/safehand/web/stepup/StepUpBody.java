package org.safehand.web.stepup;

import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.stepup.StepUpOrder;
import org.safehand.web.message.EntityVersion;
import org.safehand.web.message.JsonBody;
import org.safehand.web.problem.ProblemException;

/** Reads out of requests what a step-up is for, and the ID token that answers a challenge. */
final class StepUpBody {
  private static final Set<String> ORDER = Set.of("operation", "object", "etag", "digest");
  private static final Set<String> ANSWER = Set.of("idToken");

  private StepUpBody() {}

  static StepUpOrder order(JsonObject body) {
    try {
      body.requireOnly(ORDER);
      return new StepUpOrder(operation(body), body.string("object"), version(body), digest(body));
    } catch (JsonException wrong) {
      throw JsonBody.field(wrong);
    }
  }

  static String idToken(JsonObject body) {
    try {
      body.requireOnly(ANSWER);
      return body.string("idToken");
    } catch (JsonException wrong) {
      throw JsonBody.field(wrong);
    }
  }

  private static Operation operation(JsonObject body) throws JsonException {
    return Operation.find(body.string("operation"))
        .orElseThrow(() -> body.fault("operation", "not an operation"));
  }

  private static long version(JsonObject body) throws JsonException {
    try {
      return EntityVersion.required(body.string("etag"));
    } catch (ProblemException malformed) {
      throw body.fault("etag", "no entity tag that we ever gave");
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
