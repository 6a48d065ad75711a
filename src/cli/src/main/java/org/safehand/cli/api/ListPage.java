package org.safehand.cli.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.json.JsonException;

/** One page of a list, and how to get the next. */
public final class ListPage {
  private ListPage() {}

  /** Shows the page of {@code path} that begins at {@code cursor}, or the first. */
  public static void show(
      Gateway gateway,
      Terminal terminal,
      String path,
      List<String> columns,
      int limit,
      Optional<String> cursor)
      throws CliException {
    String next =
        cursor.map(c -> "&cursor=" + URLEncoder.encode(c, StandardCharsets.UTF_8)).orElse("");
    Answer page = gateway.get(path + "?limit=" + limit + next);
    try {
      terminal.showList(page.json(), "items", columns);
      page.json()
          .optionalString("next")
          .ifPresent(c -> terminal.note("there are more: --cursor " + c));
    } catch (JsonException e) {
      throw page.malformed(e);
    }
  }
}
