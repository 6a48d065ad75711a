package org.safehand.agency.inbox;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of a package come from; opened only when they are wanted. */
public interface PackageSource {
  /** The stream of the package; the reader does not close it, since closing could read the rest. */
  InputStream open() throws DeliveryRefusal, IOException;
}
