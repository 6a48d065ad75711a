package org.safehand.web.contract.planted;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.safehand.web.door.OpenToAll;

/** An endpoint whose class has another name than ours have. */
@Path("door")
public final class Door {
  @GET
  @OpenToAll("a plant")
  public String open() {
    return "";
  }
}
