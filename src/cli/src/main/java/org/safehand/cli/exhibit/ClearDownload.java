package org.safehand.cli.exhibit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Map;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.http.Answer;
import org.safehand.cli.http.Refused;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.terminal.Progress;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.digest.Digest;

/** The one download of an opening: whole and as expected, or nothing stays of it. */
final class ClearDownload {
  private static final int BUFFER = 1 << 17;

  private final Gateway gateway;
  private final Terminal terminal;

  ClearDownload(Gateway gateway, Terminal terminal) {
    this.gateway = requireNonNull(gateway, "gateway is null");
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  /** How many bytes {@code file} now has, whose SHA-256 is {@code expected}. */
  long run(String path, ClearFile file, Digest expected) throws CliException {
    HttpResponse<InputStream> response = gateway.open(path, Map.of());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw Refused.of(Answer.of(gateway.place(path), response, body));
      }
      long total =
          response
              .headers()
              .firstValueAsLong("Content-Length")
              .orElseThrow(
                  () ->
                      new CliException(
                          CliCode.ANSWER_MALFORMED, gateway.place(path), "no Content-Length"));
      return keep(path, body, total, file, expected);
    } catch (IOException e) {
      throw new CliException(CliCode.SERVER_UNREACHABLE, gateway.place(path), e);
    }
  }

  private long keep(String path, InputStream body, long total, ClearFile file, Digest expected)
      throws CliException, IOException {
    try (ClearFile.Part part = file.begin()) {
      MessageDigest sha256 = Digest.sha256();
      byte[] buffer = new byte[BUFFER];
      long have = 0;
      try (Progress progress = terminal.progress("downloading", total)) {
        for (int n = body.read(buffer); n != -1; n = body.read(buffer)) {
          part.write(buffer, n);
          sha256.update(buffer, 0, n);
          have += n;
          progress.add(n);
        }
      }
      if (have != total) {
        throw new CliException(
            CliCode.SERVER_UNREACHABLE, gateway.place(path), have + " of " + total + " bytes came");
      }
      if (!Digest.ofBytes(sha256.digest()).equals(expected)) {
        throw new CliException(
            CliCode.EXHIBIT_DIFFERS,
            gateway.place(path),
            "what came has another SHA-256 than the referral says");
      }
      part.finish();
      return have;
    }
  }
}
