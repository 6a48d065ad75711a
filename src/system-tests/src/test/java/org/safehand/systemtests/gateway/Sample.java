package org.safehand.systemtests.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;

/** A synthetic exhibit: a name, a media type and bytes that can be read again. */
public record Sample(String name, String mediaType, long size, Supplier<InputStream> content) {
  public static Sample text(String name, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new Sample(name, "text/plain", bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /** {@code size} pseudo-random bytes of the generator started with {@code seed}. */
  public static Sample random(String name, long size, long seed) {
    return new Sample(name, "application/octet-stream", size, () -> new RandomBytes(size, seed));
  }

  /** What a file holds. */
  public static Sample ofFile(Path file) throws IOException {
    return new Sample(
        String.valueOf(file.getFileName()),
        "application/octet-stream",
        Files.size(file),
        () -> {
          try {
            return Files.newInputStream(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** SHA-256 in hexadecimal digits. */
  public String sha256() throws IOException {
    return HexFormat.of().formatHex(digest());
  }

  /** The {@code Content-Digest} of RFC 9530. */
  public String contentDigest() throws IOException {
    return "sha-256=:" + Base64.getEncoder().encodeToString(digest()) + ":";
  }

  private byte[] digest() throws IOException {
    try (InputStream in = content.get()) {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n != -1; n = in.read(buffer)) {
        sha256.update(buffer, 0, n);
      }
      return sha256.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
