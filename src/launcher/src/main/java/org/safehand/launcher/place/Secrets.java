package org.safehand.launcher.place;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;

/**
 * Generated passwords, one a file. A password is made when it is first asked for and kept; it is
 * never logged.
 */
public final class Secrets {
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 24;

  private final Path folder;
  private final SecureRandom random;

  public Secrets(Path folder, SecureRandom random) {
    this.folder = requireNonNull(folder, "folder is null");
    this.random = requireNonNull(random, "random is null");
  }

  /** The password of that name: about 139 bits, letters and digits without look-alikes. */
  public synchronized String password(String name) throws IOException {
    Path file = file(name);
    if (!Files.exists(file)) {
      PrivateFiles.write(file, generated());
    }
    return Files.readString(file, UTF_8);
  }

  /** The file that holds the password of that name, made when missing. */
  public synchronized Path passwordFile(String name) throws IOException {
    password(name);
    return file(name);
  }

  /** Whether a password of that name is kept. */
  public synchronized boolean has(String name) {
    return Files.exists(file(name));
  }

  /** Keeps a secret that was not made here; one that was there is replaced. */
  public synchronized void keep(String name, String secret) throws IOException {
    PrivateFiles.write(file(name), secret);
  }

  /** Keeps a password under another name; one that was there is replaced. */
  public synchronized void rename(String from, String to) throws IOException {
    Files.move(
        file(from), file(to), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private String generated() {
    StringBuilder password = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  private Path file(String name) {
    return folder.resolve(name + ".password");
  }
}
