package org.safehand.bench.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.safehand.bench.exhibit.SyntheticFile;
import org.safehand.bench.process.MeasuredCommand;
import org.safehand.launcher.process.Programs;

/**
 * A tool by which people encrypt a file to somebody today.
 *
 * @param figure the figure in which it is the peer
 * @param name what is done with it
 * @param program what must be installed
 * @param setUp makes the recipient's key, once
 * @param script encrypts {@code $FILE} into {@code encrypted}
 * @param folder where it works
 * @param note what a reader should know
 */
record EncryptingTool(
    String figure,
    String name,
    String program,
    String setUp,
    String script,
    Path folder,
    String note) {
  private static final String MEASURE = "packaging.intake";
  private static final String KEY =
      "openssl req -x509 -newkey rsa:3072 -nodes -keyout key.pem -out cert.pem -subj /CN=peer";
  private static final String OPENSSL =
      "openssl cms -encrypt -binary -stream -aes-256-gcm -outform DER -in \"$FILE\" -out encrypted"
          + " cert.pem";
  private static final String HOME = "export GNUPGHOME=$PWD/gnupg; ";

  EncryptingTool {
    requireNonNull(figure, "figure is null");
    requireNonNull(program, "program is null");
    requireNonNull(folder, "folder is null");
  }

  /** Every tool, with what it needs made in a folder of its own below {@code parent}. */
  static List<EncryptingTool> all(Path parent) throws IOException, InterruptedException {
    List<EncryptingTool> tools =
        List.of(
            new EncryptingTool(
                MEASURE,
                "sha256sum, then openssl cms -encrypt",
                "openssl",
                KEY,
                "sha256sum \"$FILE\"\n" + OPENSSL,
                parent.resolve("sha256sum-openssl"),
                "peer: SHA-256 and AES-256-GCM; ours also SHA-512, SHA-256 of the ciphertext, fsync"),
            new EncryptingTool(
                MEASURE + "-to-openssl-alone",
                "openssl dgst -sha256, then openssl cms -encrypt",
                "openssl",
                KEY,
                "openssl dgst -sha256 \"$FILE\"\n" + OPENSSL,
                parent.resolve("openssl"),
                "where sha256sum does not use the processor's SHA instructions"),
            new EncryptingTool(
                MEASURE + "-to-gpg",
                "gpg --encrypt",
                "gpg",
                HOME
                    + "mkdir -m 700 gnupg; gpg --batch --quiet --passphrase '' --quick-generate-key"
                    + " peer rsa3072 encr never",
                HOME
                    + "gpg --batch --quiet --yes --trust-model always --compress-level 0"
                    + " --recipient peer --output encrypted --encrypt \"$FILE\"",
                parent.resolve("gpg"),
                "no digest, no compression"),
            new EncryptingTool(
                MEASURE + "-to-age",
                "age",
                "age",
                "age-keygen -o key.txt",
                "age -r \"$(age-keygen -y key.txt)\" -o encrypted \"$FILE\"",
                parent.resolve("age"),
                "no digest"),
            new EncryptingTool(
                MEASURE + "-to-7z",
                "7z a -p",
                "7z",
                "true",
                "rm -f encrypted.7z; 7z a -mx=0 -psynthetic encrypted.7z \"$FILE\"",
                parent.resolve("7z"),
                "a password, no compression"));
    for (EncryptingTool tool : tools) {
      if (tool.isHere()) {
        Files.createDirectories(tool.folder());
        MeasuredCommand.shell(tool.setUp(), tool.folder()).run();
      }
    }
    return tools;
  }

  boolean isHere() {
    return Programs.find(program).isPresent();
  }

  /** Whether the design's goal is about this one. */
  boolean isMeasure() {
    return figure.equals(MEASURE);
  }

  /** Seconds of one run, until the result is on the disk. */
  double seconds(SyntheticFile file) throws IOException, InterruptedException {
    String run = "FILE='" + file.path() + "'\n" + script + "\nsync encrypted*";
    return MeasuredCommand.shell(run, folder).seconds();
  }
}
