package org.safehand.web.staff;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.enrolment.ChallengeKey;
import org.safehand.referral.enrolment.KeyChallenge;
import org.safehand.web.door.Asks;
import org.safehand.web.message.JsonBody;
import org.safehand.web.rest.Asking;
import org.safehand.web.view.Answers;

/** Challenges to agencies' keys that cannot sign. */
@Path("/key-challenges")
@Produces(MediaType.APPLICATION_JSON)
public class KeyChallengeResource {
  private final Asking asking;
  private final ChallengeKey challenge;

  public KeyChallengeResource(Asking asking, ChallengeKey challenge) {
    this.asking = requireNonNull(asking, "asking is null");
    this.challenge = requireNonNull(challenge, "challenge is null");
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.MANAGE_ENDPOINTS)
  public Response challenge(@HeaderParam("Content-Type") @Nullable String type, InputStream body)
      throws IOException {
    JsonObject document =
        asking.understand(Operation.MANAGE_ENDPOINTS, () -> JsonBody.object(type, body));
    return Answers.with(201, json(Asking.done(challenge.challenge(asking.actor(), document))))
        .build();
  }

  private static JsonObject json(ChallengeKey.Made made) {
    KeyChallenge kept = made.kept();
    return JsonObject.builder()
        .put("id", kept.id().toString())
        .put("agency", kept.agency().value())
        .put("certificateSha256", kept.certificate().hex())
        .put("publicKeySha256", made.key().hex())
        .put("expiresAt", UtcText.millis(kept.expiresAt()))
        .put("message", made.message().pem())
        .build();
  }
}
