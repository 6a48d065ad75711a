package org.safehand.bench.opening;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.safehand.bench.process.Measured;
import org.safehand.bench.process.MeasuredCommand;
import org.safehand.launcher.archive.ServerFolder;
import org.safehand.launcher.place.Installation;

/** The ways in which a receiver gets at the exhibit of a {@link DeliveredPackage}. */
final class Opening {
  private static final String SEGMENT =
      "openssl cms -decrypt -binary -inform DER -in \"$s.cms\" -content \"$s.bin\" -inkey"
          + " ../key.pem -recip ../cert.pem -out segment";

  private final DeliveredPackage delivered;
  private final Installation installation;

  Opening(DeliveredPackage delivered, Installation installation) {
    this.delivered = requireNonNull(delivered, "delivered is null");
    this.installation = requireNonNull(installation, "installation is null");
  }

  /** {@code safehand open}: everything is verified, from a cold start. */
  Measured bySafehand() throws IOException, InterruptedException {
    Path opened = delivered.folder().resolve("opened");
    // just before, as the others write over what they wrote
    ServerFolder.delete(opened);
    Measured measured =
        new MeasuredCommand(
                List.of(
                    installation.home().resolve("safehand").toString(),
                    "open",
                    "package.asice",
                    "--key",
                    "key.pem",
                    "--cert",
                    "cert.pem",
                    "--trust",
                    "trust",
                    "--out",
                    opened.toString()),
                delivered.folder())
            .run();
    if (Files.mismatch(opened.resolve("0001.bin"), delivered.exhibit().path()) >= 0) {
      throw new IOException("another exhibit came out than went in");
    }
    return measured;
  }

  /** The same exhibit as one ordinary CMS message, made here once. */
  void makeOneMessage() throws IOException, InterruptedException {
    MeasuredCommand.shell(
            "openssl cms -encrypt -binary -stream -aes-256-gcm -outform DER -in exhibit"
                + " -out message.cms cert.pem",
            delivered.folder())
        .run();
  }

  /** {@code openssl cms -decrypt} of that message: nothing is verified beside the tag. */
  Measured byOneMessage() throws IOException, InterruptedException {
    return new MeasuredCommand(
            List.of(
                "openssl",
                "cms",
                "-decrypt",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "message.cms",
                "-inkey",
                "key.pem",
                "-recip",
                "cert.pem",
                "-out",
                "plain"),
            delivered.folder())
        .run();
  }

  /** Unpacks the package for the two ways below. */
  void unpack() throws IOException, InterruptedException {
    MeasuredCommand.shell("unzip -q -o package.asice -d unpacked", delivered.folder()).run();
  }

  /** A loop over the unpacked segments that checks the digests which we check. */
  Measured byLoop() throws IOException, InterruptedException {
    return MeasuredCommand.shell(
            "rm -f plain\nfor f in exhibits/0001/*.bin; do s=${f%.bin}\n"
                + "openssl dgst -sha256 \"$f\"\n"
                + SEGMENT
                + "\ncat segment >> plain; done\n"
                + "openssl dgst -sha256 plain\nopenssl dgst -sha512 plain",
            delivered.folder().resolve("unpacked"))
        .run();
  }

  /** One segment alone. */
  Measured byOneSegment() throws IOException, InterruptedException {
    return MeasuredCommand.shell(
            "s=exhibits/0001/00000\nexec " + SEGMENT, delivered.folder().resolve("unpacked"))
        .run();
  }
}
