package org.safehand.cli.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.safehand.cli.file.OwnerFile;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.terminal.Terminal;

/**
 * Where the password of a key file comes from: a file, or the person at the terminal. It is never
 * an argument, which every process of the machine could read.
 */
public final class KeyPassword {
  private static final String TERMINAL = "terminal";

  private final Terminal terminal;
  private final Optional<Path> file;

  private KeyPassword(Terminal terminal, Optional<Path> file) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.file = requireNonNull(file, "file is null");
  }

  /** The only line of {@code file}, or else what the person at {@code terminal} types. */
  public static KeyPassword from(Optional<Path> file, Terminal terminal) {
    return new KeyPassword(terminal, file);
  }

  /** The password of a key that is there. */
  char[] known() throws CliException {
    return file.isPresent() ? read(file.get()) : asked("Password of the key: ");
  }

  /** The password of a key that is made; typed twice, as nobody sees it. */
  char[] chosen() throws CliException {
    if (file.isPresent()) {
      return read(file.get());
    }
    char[] first = asked("New password of the key: ");
    if (!Arrays.equals(first, asked("The same again: "))) {
      throw refused(TERMINAL, "the two passwords differ");
    }
    return first;
  }

  private char[] asked(String prompt) throws CliException {
    char[] typed =
        terminal
            .askPassword(prompt)
            .orElseThrow(() -> refused(TERMINAL, "there is nobody to ask; give --password-file"));
    return require(TERMINAL, typed);
  }

  private static char[] read(Path file) throws CliException {
    try {
      if (new OwnerFile(file).isShared()) {
        throw refused(file.toString(), "others than its owner may use it");
      }
      String text = Files.readString(file, UTF_8);
      String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
      if (line.contains("\n") || line.contains("\r")) {
        throw refused(file.toString(), "it has more than one line");
      }
      return require(file.toString(), line.toCharArray());
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
    }
  }

  private static char[] require(String place, char[] password) throws CliException {
    if (password.length == 0) {
      throw refused(place, "the password is empty");
    }
    return password;
  }

  private static CliException refused(String place, String reason) {
    return new CliException(CliCode.KEY_PASSWORD, place, reason);
  }
}
