package org.safehand.web.contract.planted;

import jakarta.ws.rs.Path;

/** Leads to an object whose endpoints stand nowhere. */
public final class Locator {
  @Path("more")
  public Object more() {
    return new Object();
  }
}
