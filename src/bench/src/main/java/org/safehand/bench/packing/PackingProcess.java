package org.safehand.bench.packing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safehand.bench.exhibit.IntakeVault;
import org.safehand.bench.exhibit.SyntheticFile;
import org.safehand.bench.peer.AnswerLoop;
import org.safehand.bench.process.Helper;
import org.safehand.bench.process.LimitedJava;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.pack.SegmentSource;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.referral.exhibit.Exhibit;

/**
 * Packs one case as often as it is asked to, in a process of its own: {@code FOLDER EXHIBITS
 * BYTES}.
 */
public final class PackingProcess {
  static final String PACK = "pack";
  static final String HASH = "hash";

  /** The limit of its heap, in MiB. */
  static final int HEAP = 128;

  /** One of each kind of recipient. */
  private static final List<TestAuthority> AGENCIES =
      List.of(TestPki.AGENCY_RSA, TestPki.AGENCY_P384, TestPki.AGENCY_ML_KEM_768);

  private PackingProcess() {}

  /** Starts it in {@code folder}, to take exhibits of {@code size} in. */
  static LimitedJava start(Path folder, CaseSize size) throws IOException {
    return LimitedJava.start(
        PackingProcess.class,
        HEAP,
        folder,
        List.of(
            folder.toString(), Integer.toString(size.exhibits()), Long.toString(size.bytesEach())));
  }

  /** Takes the exhibits in, then answers {@link #PACK} and {@link #HASH} with seconds. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    IntakeVault vault = new IntakeVault(folder.resolve("vault"), Helper.thread());
    List<Exhibit> exhibits = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      SyntheticFile file =
          SyntheticFile.write(folder.resolve("exhibit"), Long.parseLong(arguments[2]), number);
      exhibits.add(vault.take(file, number));
      Files.delete(file.path());
    }
    CasePacker packer = new CasePacker(vault);
    AnswerLoop.run(
        question ->
            AnswerLoop.seconds(
                question.equals(PACK)
                    ? () -> packer.pack(exhibits, AGENCIES)
                    : () -> hash(vault.source(), exhibits)));
  }

  private static void hash(SegmentSource source, List<Exhibit> exhibits) throws Exception {
    for (Exhibit exhibit : exhibits) {
      for (var segment : exhibit.segments()) {
        try (InputStream in = source.open(segment.id().toString())) {
          if (!Digest.of(in).equals(segment.facts().ciphertextSha256())) {
            throw new IllegalStateException("the stored segment has changed");
          }
        }
      }
    }
  }
}
