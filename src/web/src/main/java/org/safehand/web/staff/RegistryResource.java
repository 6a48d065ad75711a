package org.safehand.web.staff;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.registry.AgencyJson;
import org.safehand.referral.registry.AuthorityJson;
import org.safehand.referral.registry.ReadRegistry;
import org.safehand.referral.registry.RegisteredAgency;
import org.safehand.referral.registry.Registry;
import org.safehand.web.door.Asks;
import org.safehand.web.rest.Asking;
import org.safehand.web.view.Answers;

/** Where agencies receive, whole. It is changed by proposals alone. */
@Path("/registry")
@Produces(MediaType.APPLICATION_JSON)
public class RegistryResource {
  private final Asking asking;
  private final ReadRegistry read;

  public RegistryResource(Asking asking, ReadRegistry read) {
    this.asking = requireNonNull(asking, "asking is null");
    this.read = requireNonNull(read, "read is null");
  }

  @GET
  @Asks(Operation.MANAGE_ENDPOINTS)
  public Response now() {
    Registry registry = Asking.done(read.now(asking.actor()));
    return Answers.ok(json(registry), registry.revision());
  }

  private static JsonObject json(Registry registry) {
    return JsonObject.builder()
        .put("revision", registry.revision())
        .put(
            "agencies",
            JsonArray.of(registry.agencies().stream().map(RegistryResource::json).toList()))
        .put("authorities", AuthorityJson.of(registry.authorities()))
        .put("authoritiesRevision", registry.authoritiesRevision())
        .build();
  }

  private static JsonObject json(RegisteredAgency entry) {
    return JsonObject.builder()
        .put("revision", entry.revision())
        .put("agency", AgencyJson.of(entry.agency()))
        .build();
  }
}
