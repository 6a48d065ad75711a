package org.safehand.launcher;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.Locale;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.keycloak.Person;

/** What people are told once everything runs. */
final class Welcome {
  private final Platform platform;

  Welcome(Platform platform) {
    this.platform = requireNonNull(platform, "platform is null");
  }

  String text() throws LaunchException {
    StringBuilder text = new StringBuilder();
    text.append("\nSafehand runs.\n");
    line(text, "Console", platform.origin() + "/");
    line(text, "Interface", platform.origin() + "/openapi.yaml");
    line(text, "Sign-in", platform.issuer());
    line(text, "Logs", platform.folder().logs().toString());
    line(text, "CA", platform.rootCertificate().toString());
    line(text, "CA SHA-256", fingerprint());
    text.append(
        "\nThe first sign-in takes the password below, asks for a new one, and sets up a second\n");
    text.append(
        "factor: an authenticator app (TOTP), or a security key where it says so. From then on\n");
    text.append("every sign-in asks for both; nobody signs in with a password alone.\n");
    for (Person person : platform.people()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-15s %-19s %s%s%s%n",
              person.username(),
              String.join(", ", person.roles()),
              platform.oneTimePassword(person),
              person.agency().map(id -> "   " + id).orElse(""),
              person.securityKey() ? "   security key" : ""));
    }
    return text.append("\nStop with: ./safehand down\n").toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "  %-11s %s%n", name, value));
  }

  private String fingerprint() throws LaunchException {
    try (InputStream in = Files.newInputStream(platform.rootCertificate())) {
      byte[] encoded = CertificateFactory.getInstance("X.509").generateCertificate(in).getEncoded();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoded);
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    } catch (IOException | GeneralSecurityException e) {
      throw Platform.unusable(e);
    }
  }
}
