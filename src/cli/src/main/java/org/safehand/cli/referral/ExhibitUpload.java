package org.safehand.cli.referral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.terminal.Progress;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.digest.Digest;

/**
 * Sends a file as an exhibit in two passes: the first finds its SHA-256, the second streams it. If
 * the file changes in between, the gateway refuses what arrives.
 */
final class ExhibitUpload {
  private static final String UNESCAPED = "!#$&+-.^_`|~";

  private final Gateway gateway;
  private final Terminal terminal;

  ExhibitUpload(Gateway gateway, Terminal terminal) {
    this.gateway = requireNonNull(gateway, "gateway is null");
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  Answer run(UUID referral, Path file, String mediaType) throws CliException {
    gateway.get(ApiPath.referral(referral)); // whoever may not is told so before it is all sent
    long size;
    Digest sha256;
    try {
      size = Files.size(file);
      sha256 = digest(file, size);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
    }
    Map<String, String> headers =
        Map.of(
            "Content-Type", mediaType,
            "Content-Disposition", "attachment; filename*=UTF-8''" + escape(name(file)),
            "Content-Digest", "sha-256=:" + sha256.base64() + ":");
    try (Progress progress = terminal.progress("sending " + name(file), size)) {
      return gateway.upload(
          ApiPath.referral(referral, "exhibits"), headers, body(file, size, progress));
    }
  }

  private Digest digest(Path file, long size) throws IOException {
    try (Progress progress = terminal.progress("hashing " + name(file), size);
        InputStream in = new Counted(Files.newInputStream(file), progress)) {
      return Digest.of(in);
    }
  }

  private static BodyPublisher body(Path file, long size, Progress progress) {
    if (size == 0) {
      return BodyPublishers.noBody();
    }
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(() -> open(file, progress)), size);
  }

  private static InputStream open(Path file, Progress progress) {
    try {
      return new BufferedInputStream(new Counted(Files.newInputStream(file), progress), 1 << 20);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  /** RFC 8187, section 3.2.1. */
  static String escape(String name) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : name.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0)) {
        escaped.append(c);
      } else {
        escaped.append(String.format("%%%02X", (int) c));
      }
    }
    return escaped.toString();
  }

  /** Tells how much was read. */
  private static final class Counted extends FilterInputStream {
    private final Progress progress;

    Counted(InputStream in, Progress progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      progress.add(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      progress.add(Math.max(0, read));
      return read;
    }
  }
}
