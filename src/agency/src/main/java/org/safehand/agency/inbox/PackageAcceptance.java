package org.safehand.agency.inbox;

import java.io.IOException;
import java.nio.file.Path;

/** Decides whether a package that arrived complete is one this agency may take. */
public interface PackageAcceptance {
  /**
   * Checks {@code asice} against everything {@code announced} and the agency's own trust require.
   *
   * @throws DeliveryRefusal if any check fails
   * @throws IOException if the file or the trust cannot be read
   */
  AcceptedPackage accept(Path asice, Announcement announced) throws DeliveryRefusal, IOException;
}
