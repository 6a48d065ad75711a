package org.safehand.launcher.authenticator;

import java.io.IOException;

/** A person's authenticator app with one account in it. */
public interface AuthenticatorApp {
  /** Takes the secret that the provider's page shows, in Base32; one that was there is replaced. */
  void add(String secret) throws IOException;

  /**
   * A code that was not given before, which the provider takes for at least some seconds. When all
   * of these are used up, waits for the next.
   *
   * @throws IOException also when nothing was added
   */
  String code() throws IOException, InterruptedException;
}
