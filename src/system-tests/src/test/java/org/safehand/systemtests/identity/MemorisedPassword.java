package org.safehand.systemtests.identity;

import java.io.IOException;
import org.safehand.launcher.signin.Passwords;

/**
 * The one password of a person who is never asked for a new one.
 *
 * @param present the password
 */
record MemorisedPassword(String present) implements Passwords {
  @Override
  public String next() throws IOException {
    throw new IOException("a new password was asked for");
  }

  @Override
  public void changed() throws IOException {
    throw new IOException("the password was changed");
  }
}
