package org.safehand.web.staff;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.person.Binding;
import org.safehand.referral.reading.ReadPeople;
import org.safehand.referral.signout.EndSessions;
import org.safehand.web.door.Asks;
import org.safehand.web.message.JsonBody;
import org.safehand.web.message.PathIds;
import org.safehand.web.rest.Asking;
import org.safehand.web.view.Answers;

/** Who the gateway's people are. They are changed by proposals alone, and signed out at once. */
@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {
  private final Asking asking;
  private final ReadPeople read;
  private final EndSessions sessions;

  public PeopleResource(Asking asking, ReadPeople read, EndSessions sessions) {
    this.asking = requireNonNull(asking, "asking is null");
    this.read = requireNonNull(read, "read is null");
    this.sessions = requireNonNull(sessions, "sessions is null");
  }

  @GET
  @Asks(Operation.MANAGE_USERS)
  public Response list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit)
      throws IOException {
    StaffPage<StaffNumber> page =
        asking.understand(
            Operation.MANAGE_USERS, () -> StaffPage.parse(cursor, limit, StaffNumber::new));
    return page.answer(
        "people",
        Asking.done(read.list(asking.actor(), page.after(), page.limit() + 1)),
        StaffJson::person,
        Binding::number);
  }

  @GET
  @Path("/{number}")
  @Asks(Operation.MANAGE_USERS)
  public Response one(@PathParam("number") String number) throws IOException {
    StaffNumber person = asking.understand(Operation.MANAGE_USERS, () -> PathIds.person(number));
    Binding found = Asking.done(read.one(asking.actor(), person));
    return Answers.ok(StaffJson.person(found), found.revision());
  }

  @POST
  @Path("/{number}/session-end")
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.END_SESSION)
  public Response endSessions(
      @PathParam("number") String number,
      @HeaderParam("Content-Type") @Nullable String type,
      InputStream body)
      throws IOException {
    StaffNumber person = asking.understand(Operation.END_SESSION, () -> PathIds.person(number));
    String reason =
        asking.understand(Operation.END_SESSION, () -> JsonBody.text("reason", type, body));
    Instant ended = Asking.done(sessions.end(asking.actor(), person, reason));
    return Answers.ok(
        JsonObject.builder()
            .put("number", person.value())
            .put("ended", UtcText.millis(ended))
            .build());
  }
}
