package org.safehand.systemtests.identity;

import java.io.IOException;
import org.safehand.launcher.authenticator.AuthenticatorApp;

/**
 * Somebody who has no authenticator app and gives a code that they made up or read off a screen.
 *
 * @param code what they type
 */
record FixedCode(String code) implements AuthenticatorApp {
  @Override
  public void add(String secret) throws IOException {
    throw new IOException("an authenticator app is to be set up");
  }
}
