package org.safehand.web.contract.planted;

import jakarta.ws.rs.GET;

/** An endpoint that a resource without any of its own would inherit. */
public interface Inherited {
  @GET
  default String inherited() {
    return "";
  }
}
