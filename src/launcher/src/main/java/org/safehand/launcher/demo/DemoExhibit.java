package org.safehand.launcher.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import javax.imageio.ImageIO;
import org.safehand.custody.digest.Digest;

/**
 * An innocuous exhibit.
 *
 * @param file where the original lies
 * @param mediaType what it is declared as
 */
record DemoExhibit(Path file, String mediaType) {
  private static final int RANDOM_MIB = 200;
  private static final int MIB = 1 << 20;

  DemoExhibit {
    requireNonNull(file, "file is null");
    requireNonNull(mediaType, "mediaType is null");
  }

  /** Makes a text, a picture of one colour, and 200 MiB of random bytes. */
  static List<DemoExhibit> makeAll(Path folder, SecureRandom random) throws IOException {
    Files.createDirectories(folder);
    DemoExhibit note = new DemoExhibit(folder.resolve("note.txt"), "text/plain");
    DemoExhibit picture = new DemoExhibit(folder.resolve("picture.png"), "image/png");
    DemoExhibit large = new DemoExhibit(folder.resolve("random.bin"), "application/octet-stream");
    Files.writeString(
        note.file(), "Exercise.\nThis note is an innocuous exhibit of the demonstration.\n", UTF_8);
    picture(picture.file());
    random(large.file(), random);
    return List.of(note, picture, large);
  }

  String name() {
    return String.valueOf(file.getFileName());
  }

  Digest sha256() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Digest.of(in);
    }
  }

  private static void picture(Path file) throws IOException {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(0x2b, 0x9a, 0xf3));
    graphics.fillRect(0, 0, 64, 64);
    graphics.dispose();
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("no PNG writer");
    }
  }

  private static void random(Path file, SecureRandom random) throws IOException {
    byte[] block = new byte[MIB];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < RANDOM_MIB; i++) {
        random.nextBytes(block);
        out.write(block);
      }
    }
  }
}
