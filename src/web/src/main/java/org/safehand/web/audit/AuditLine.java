package org.safehand.web.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;

/**
 * One refused request. It never holds a query, a header or a body; of the path, parts that are long
 * enough to be a token are left out, and so is whatever is not printable ASCII.
 *
 * @param address where the connection came from
 * @param code why it was refused
 * @param trace the trace id that the caller was told
 */
record AuditLine(
    Instant time,
    String address,
    String method,
    String path,
    int status,
    String code,
    String trace) {
  private static final int LONGEST_PART = 64;
  private static final int LONGEST = 256;
  private static final String LEFT_OUT = "~";

  AuditLine {
    requireNonNull(time, "time is null");
    address = plain(address);
    method = plain(method);
    path =
        plain(
            Arrays.stream(path.split("/", -1))
                .map(part -> part.length() > LONGEST_PART ? LEFT_OUT : part)
                .collect(Collectors.joining("/")));
    requireNonNull(code, "code is null");
    requireNonNull(trace, "trace is null");
  }

  /** The line with its newline. */
  byte[] bytes() {
    return line(
        JsonObject.builder()
            .put("address", address)
            .put("code", code)
            .put("method", method)
            .put("path", path)
            .put("status", status)
            .put("time", UtcText.millis(time))
            .put("trace", trace)
            .build());
  }

  /** The line that says that {@code count} lines before it are not there. */
  static byte[] dropped(Instant time, long count) {
    return line(
        JsonObject.builder().put("dropped", count).put("time", UtcText.millis(time)).build());
  }

  private static byte[] line(JsonObject json) {
    byte[] bytes = Jcs.write(json);
    byte[] line = Arrays.copyOf(bytes, bytes.length + 1);
    line[bytes.length] = '\n';
    return line;
  }

  private static String plain(String text) {
    String printable = text.replaceAll("[^!-~]", "?");
    return printable.length() > LONGEST ? printable.substring(0, LONGEST) + LEFT_OUT : printable;
  }
}
