package org.safehand.launcher.signin;

import java.io.IOException;

/** What a person remembers: the present password, and a new one when the provider asks for it. */
public interface Passwords {
  /** The password to try first. */
  String present() throws IOException;

  /** A new password; {@link #present} answers with it once {@link #changed} was called. */
  String next() throws IOException;

  /** The provider took the new password. */
  void changed() throws IOException;
}
