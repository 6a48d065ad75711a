package org.safehand.web.rest;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.emergency.ReviewGlass;
import org.safehand.referral.id.AgencyId;
import org.safehand.web.door.OpenToAll;
import org.safehand.web.view.Answers;

/** Who is signed in, with the roles that they have here; none if the gateway does not know them. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
  private final Asking asking;
  private final ReviewGlass reviews;

  public MeResource(Asking asking, ReviewGlass reviews) {
    this.asking = requireNonNull(asking, "asking is null");
    this.reviews = requireNonNull(reviews, "reviews is null");
  }

  @GET
  @OpenToAll("tells the caller about the caller")
  public Response me() {
    Actor actor = asking.actor();
    Set<Role> roles = asking.granted().map(Actor::roles).orElse(Set.of());
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("number", actor.number().value())
            .put("name", actor.displayName())
            .put("organisation", actor.organisation())
            .put("roles", JsonArray.ofStrings(roles.stream().map(Role::wire).sorted().toList()))
            .putIfPresent("agency", actor.agency().map(AgencyId::value));
    if (roles.contains(Role.AUDITOR)) {
      json.put("glassesToReview", Asking.done(reviews.waiting(actor)));
    }
    return Answers.ok(json.build());
  }
}
