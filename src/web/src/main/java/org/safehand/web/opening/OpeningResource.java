package org.safehand.web.opening;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.opening.OpenExhibit;
import org.safehand.referral.opening.OpenedExhibit;
import org.safehand.referral.opening.OpeningOrder;
import org.safehand.web.door.Asks;
import org.safehand.web.message.JsonBody;
import org.safehand.web.message.PathIds;
import org.safehand.web.rest.Asking;
import org.safehand.web.view.Answers;

/** An exhibit is opened for one download by whoever asks; that they do is recorded first. */
@Path("/referrals/{id}/exhibits/{number}/openings")
@Produces(MediaType.APPLICATION_JSON)
public class OpeningResource {
  private final Asking asking;
  private final OpenExhibit openings;

  public OpeningResource(Asking asking, OpenExhibit openings) {
    this.asking = requireNonNull(asking, "asking is null");
    this.openings = requireNonNull(openings, "openings is null");
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.OPEN_EXHIBIT)
  public Response open(
      @PathParam("id") String id,
      @PathParam("number") String number,
      @HeaderParam("Content-Type") @Nullable String type,
      InputStream body)
      throws IOException {
    OpeningOrder order =
        asking.understand(
            Operation.OPEN_EXHIBIT,
            () ->
                new OpeningOrder(
                    PathIds.referral(id),
                    PathIds.exhibit(number),
                    JsonBody.text("purpose", type, body)));
    OpenedExhibit opened = Asking.done(openings.open(asking.actor(), order));
    return Answers.with(201, json(opened))
        .location(URI.create("openings/" + opened.opening().id()))
        .build();
  }

  private static JsonObject json(OpenedExhibit opened) {
    return JsonObject.builder()
        .put("id", opened.opening().id().toString())
        .put("referral", opened.opening().referral().toString())
        .put("number", opened.exhibit().number())
        .put("size", opened.exhibit().digest().size())
        .put("sha256", opened.exhibit().digest().sha256().hex())
        .put("expires", UtcText.millis(opened.opening().until()))
        .build();
  }
}
