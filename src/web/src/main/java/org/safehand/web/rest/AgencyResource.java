package org.safehand.web.rest;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.safehand.referral.access.Operation;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.hold.HoldGate;
import org.safehand.referral.reading.ListAgencies;
import org.safehand.web.door.Asks;
import org.safehand.web.view.AgencyJson;
import org.safehand.web.view.Answers;

/** Where referrals can be released to. */
@Path("/agencies")
@Produces(MediaType.APPLICATION_JSON)
public class AgencyResource {
  private final Asking asking;
  private final ListAgencies list;
  private final HoldGate holds;
  private final Clock clock;

  public AgencyResource(Asking asking, ListAgencies list, HoldGate holds, Clock clock) {
    this.asking = requireNonNull(asking, "asking is null");
    this.list = requireNonNull(list, "list is null");
    this.holds = requireNonNull(holds, "holds is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @GET
  @Asks(Operation.SEARCH)
  public Response list() {
    List<Agency> agencies = Asking.done(list.list(asking.actor()));
    return Answers.ok(AgencyJson.list(agencies, holds.held(), clock.instant()));
  }
}
