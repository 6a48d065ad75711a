package org.safehand.cli.exhibit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;

/** A process that has begun a file in clear and is never done with it, until it is ended. */
final class HeldPart {
  static final String BEGUN = "begun";
  static final String CLEAR = "synthetic evidence in clear";

  private HeldPart() {}

  public static void main(String[] args) throws Exception {
    byte[] clear = CLEAR.getBytes(UTF_8);
    try (ClearFile.Part part = ClearFile.of(Path.of(args[0])).begin()) {
      part.write(clear, clear.length);
      System.out.println(BEGUN);
      Thread.currentThread().join();
    }
  }
}
