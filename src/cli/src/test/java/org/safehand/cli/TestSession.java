package org.safehand.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;

/** Session files as sign-in leaves them. */
public final class TestSession {
  private TestSession() {}

  /** Somebody signed in at {@code server}, whose access token ends after {@code left}. */
  public static Path write(Path folder, TestServer server, Duration left) throws IOException {
    return write(folder, server.origin(), server.pem(), left);
  }

  private static Path write(Path folder, URI origin, String pem, Duration left) throws IOException {
    JsonObject json =
        JsonObject.builder()
            .put("version", 1)
            .put("server", origin.toString())
            .put("issuer", origin + "/realm")
            .put("authorities", pem)
            .put("tokenEndpoint", origin + "/realm/token")
            .put("revocationEndpoint", origin + "/realm/revoke")
            .put("accessToken", "access-1")
            .put("accessTokenExpires", UtcText.millis(Instant.now().plus(left)))
            .put("refreshToken", "refresh-1")
            .build();
    Path file = folder.resolve("session.json");
    Files.writeString(file, new String(Jcs.write(json), UTF_8));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }
}
