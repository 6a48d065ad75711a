package org.safehand.web.staff;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.handover.DutyShift;
import org.safehand.referral.handover.KeepRoster;
import org.safehand.referral.handover.NewShift;
import org.safehand.referral.handover.ReadRoster;
import org.safehand.referral.id.DutyId;
import org.safehand.web.door.Asks;
import org.safehand.web.message.IdempotencyKey;
import org.safehand.web.message.JsonBody;
import org.safehand.web.message.PathIds;
import org.safehand.web.rest.Asking;
import org.safehand.web.view.Answers;

/** Who of a unit is on duty. */
@Path("/duty")
@Produces(MediaType.APPLICATION_JSON)
public class DutyResource {
  private final Asking asking;
  private final ReadRoster read;
  private final KeepRoster keep;

  public DutyResource(Asking asking, ReadRoster read, KeepRoster keep) {
    this.asking = requireNonNull(asking, "asking is null");
    this.read = requireNonNull(read, "read is null");
    this.keep = requireNonNull(keep, "keep is null");
  }

  @GET
  @Asks(Operation.HAND_OVER)
  public Response list() {
    return Answers.ok(
        JsonObject.builder()
            .put(
                "items",
                JsonArray.of(
                    Asking.done(read.list(asking.actor())).stream()
                        .map(DutyResource::json)
                        .toList()))
            .build());
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.HAND_OVER)
  public Response add(
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream body)
      throws IOException {
    NewShift request =
        asking.understand(
            Operation.HAND_OVER,
            () -> {
              JsonObject document = JsonBody.object(type, body);
              return new NewShift(IdempotencyKey.required(key, document), document);
            });
    DutyShift added = Asking.done(keep.add(asking.actor(), request));
    return Answers.with(201, json(added)).location(URI.create("duty/" + added.id())).build();
  }

  @DELETE
  @Path("/{id}")
  @Asks(Operation.HAND_OVER)
  public Response remove(@PathParam("id") String id) throws IOException {
    DutyId shift = asking.understand(Operation.HAND_OVER, () -> PathIds.duty(id));
    return Answers.ok(json(Asking.done(keep.remove(asking.actor(), shift))));
  }

  private static JsonObject json(DutyShift shift) {
    return JsonObject.builder()
        .put("id", shift.id().toString())
        .put("unit", shift.unit())
        .put("person", shift.person().value())
        .put("from", UtcText.millis(shift.from()))
        .put("until", UtcText.millis(shift.until()))
        .build();
  }
}
