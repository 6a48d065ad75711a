package org.safehand.web.staff;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.person.Binding;
import org.safehand.referral.reading.ReadPeople;
import org.safehand.web.door.Asks;
import org.safehand.web.message.PathIds;
import org.safehand.web.rest.Asking;
import org.safehand.web.view.Answers;

/** Who the gateway's people are. They are changed by proposals alone. */
@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {
  private final Asking asking;
  private final ReadPeople read;

  public PeopleResource(Asking asking, ReadPeople read) {
    this.asking = requireNonNull(asking, "asking is null");
    this.read = requireNonNull(read, "read is null");
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
}
