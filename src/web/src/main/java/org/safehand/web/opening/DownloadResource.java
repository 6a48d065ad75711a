package org.safehand.web.opening;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.opening.DownloadExhibit;
import org.safehand.referral.opening.OpenedExhibit;
import org.safehand.referral.opening.OpeningId;
import org.safehand.web.door.Asks;
import org.safehand.web.message.PathIds;
import org.safehand.web.rest.Asking;

/** The one download of an opening. */
@Path("/openings/{id}")
public class DownloadResource {
  private final Asking asking;
  private final DownloadExhibit downloads;

  public DownloadResource(Asking asking, DownloadExhibit downloads) {
    this.asking = requireNonNull(asking, "asking is null");
    this.downloads = requireNonNull(downloads, "downloads is null");
  }

  @GET
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Asks(Operation.OPEN_EXHIBIT)
  public Response download(@PathParam("id") String id) throws IOException {
    OpeningId opening = asking.understand(Operation.OPEN_EXHIBIT, () -> PathIds.opening(id));
    Actor actor = asking.actor();
    OpenedExhibit opened = Asking.done(downloads.begin(actor, opening));
    // a fault after the first byte cuts the connection short of the announced length
    return ClearAnswer.of(opened.exhibit(), out -> Asking.done(downloads.send(actor, opened, out)));
  }
}
