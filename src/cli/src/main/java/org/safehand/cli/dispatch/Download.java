package org.safehand.cli.dispatch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.http.Answer;
import org.safehand.cli.http.Refused;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Progress;
import org.safehand.cli.terminal.Terminal;

/**
 * Fetches one object into a {@link PartFile} and goes on where an earlier attempt, of this process
 * or another, broke off. {@code If-Range} makes sure that the parts are of the same object.
 */
final class Download {
  private static final int ATTEMPTS = 5;
  private static final int BUFFER = 1 << 17;

  private final Gateway gateway;
  private final String path;
  private final PartFile part;
  private final Terminal terminal;
  private final Duration pause;

  Download(Gateway gateway, String path, PartFile part, Terminal terminal, Duration pause) {
    this.gateway = requireNonNull(gateway, "gateway is null");
    this.path = requireNonNull(path, "path is null");
    this.part = requireNonNull(part, "part is null");
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.pause = requireNonNull(pause, "pause is null");
  }

  /** The length of the whole, which is now in the part file. */
  long run() throws CliException {
    int fruitless = 0;
    while (true) {
      long before = part.length();
      try {
        return attempt();
      } catch (CliException e) {
        fruitless = part.length() > before ? 0 : fruitless + 1;
        if (e.exit() != ExitCode.NETWORK || fruitless == ATTEMPTS) {
          throw e;
        }
        terminal.note(e.code() + ": " + e.place() + ": " + e.explanation() + "; trying again");
        rest(fruitless);
      }
    }
  }

  private long attempt() throws CliException {
    long have = part.length();
    Map<String, String> headers =
        have == 0
            ? Map.of()
            : Map.of("Range", "bytes=" + have + "-", "If-Range", part.tag().orElseThrow());
    HttpResponse<InputStream> response = gateway.open(path, headers);
    try (InputStream body = response.body()) {
      long total = accept(response, body, have);
      copy(body, total);
      return total;
    } catch (IOException e) {
      throw new CliException(CliCode.SERVER_UNREACHABLE, gateway.place(path), e);
    }
  }

  /** Prepares the part file for {@code body} and returns how long the whole is. */
  private long accept(HttpResponse<InputStream> response, InputStream body, long have)
      throws CliException, IOException {
    if (response.statusCode() == 206) {
      return response
          .headers()
          .firstValue("Content-Range")
          .flatMap(ContentRange::parse)
          .filter(range -> range.first() == have && range.last() == range.total() - 1)
          .orElseThrow(() -> malformed("not the range that was asked for"))
          .total();
    }
    if (response.statusCode() == 416 && have > 0) {
      part.restart(Optional.empty());
      throw malformed("the part that was here is not of it");
    }
    if (response.statusCode() != 200) {
      throw Refused.of(Answer.of(gateway.place(path), response, body));
    }
    part.restart(response.headers().firstValue("ETag"));
    return response
        .headers()
        .firstValueAsLong("Content-Length")
        .orElseThrow(() -> malformed("no Content-Length"));
  }

  private void copy(InputStream body, long total) throws CliException, IOException {
    byte[] buffer = new byte[BUFFER];
    long have = 0;
    try (Progress progress = terminal.progress("fetching", total);
        FileChannel out = part.append()) {
      have = out.size();
      progress.add(have);
      for (int n = body.read(buffer); n != -1; n = body.read(buffer)) {
        write(out, ByteBuffer.wrap(buffer, 0, n));
        have += n;
        progress.add(n);
      }
    }
    if (have != total) {
      throw new CliException(
          CliCode.SERVER_UNREACHABLE, gateway.place(path), have + " of " + total + " bytes came");
    }
  }

  private void write(FileChannel out, ByteBuffer bytes) throws CliException {
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      throw part.unwritable(e);
    }
  }

  private CliException malformed(String reason) {
    return new CliException(CliCode.ANSWER_MALFORMED, gateway.place(path), reason);
  }

  private void rest(int fruitless) throws CliException {
    try {
      Thread.sleep(pause.multipliedBy(1 + fruitless).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(CliCode.INTERRUPTED, part.path().toString(), "can be resumed");
    }
  }
}
