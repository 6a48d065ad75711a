package org.safehand.web.staff;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.settings.NumberedSettings;
import org.safehand.referral.settings.ReadSettings;
import org.safehand.referral.settings.SettingsJson;
import org.safehand.web.door.Asks;
import org.safehand.web.rest.Asking;
import org.safehand.web.view.Answers;

/** The settings, with what each can be. They are changed by proposals alone. */
@Path("/settings")
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {
  private final Asking asking;
  private final ReadSettings read;

  public SettingsResource(Asking asking, ReadSettings read) {
    this.asking = requireNonNull(asking, "asking is null");
    this.read = requireNonNull(read, "read is null");
  }

  @GET
  @Asks(Operation.MANAGE_ENDPOINTS)
  public Response now() {
    NumberedSettings now = Asking.done(read.now(asking.actor()));
    JsonObject json =
        JsonObject.builder()
            .put("revision", now.revision())
            .put("settings", SettingsJson.of(now.settings()))
            .put("limits", SettingsJson.limits())
            .build();
    return Answers.ok(json, now.revision());
  }
}
