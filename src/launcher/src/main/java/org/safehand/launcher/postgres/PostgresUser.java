package org.safehand.launcher.postgres;

import java.nio.file.Path;
import java.util.List;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.process.Programs;

/** PostgreSQL refuses to run as root; for root it is started in a user namespace of its own. */
final class PostgresUser {
  private PostgresUser() {}

  /** What to put before the command of a PostgreSQL program; the pid stays the same. */
  static List<String> prefix() throws LaunchException {
    if (!System.getProperty("user.name").equals("root")) {
      return List.of();
    }
    Path unshare =
        Programs.find("unshare")
            .orElseThrow(
                () ->
                    new LaunchException(
                        LaunchCode.TOOL_MISSING,
                        "PostgreSQL does not run as root and unshare is not installed;"
                            + " use another user"));
    return List.of(unshare.toString(), "-U");
  }
}
