package org.safehand.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.safehand.custody.completeness.ExtractVerifier;
import org.safehand.custody.completeness.VerifiedExtract;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.log.LogException;
import org.safehand.custody.log.LogExport;
import org.safehand.custody.log.LogVerifier;
import org.safehand.custody.log.VerifiedLog;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.SegmentId;
import org.safehand.referral.proof.ExtractFile;
import org.safehand.referral.sample.Hotline;

/** What an agency, a court or an auditor does, with files and a trust folder alone. */
final class Offline {
  private Offline() {}

  static void verifyPackage(Hotline hotline, DispatchId dispatch) {
    PackageRecipe recipe = hotline.ports.dispatches().recipe(dispatch).orElseThrow();
    inFolder(
        folder -> {
          Path file = folder.resolve("package.asice");
          try (var out = Files.newOutputStream(file)) {
            recipe.writeTo(
                out, reference -> hotline.ports.vault().open(SegmentId.parse(reference)));
          }
          assertThat(Files.size(file)).isEqualTo(recipe.length());
        });
  }

  static void verifyLog(Hotline hotline) {
    SignedNote checkpoint = hotline.ports.recorder().publish();
    inFolder(
        folder -> {
          Path log = folder.resolve("log");
          new LogExport(hotline.ports.recorder().tiles()).write(checkpoint, log);
          VerifiedLog verified = LogVerifier.verify(log, hotline.trust);
          assertThat(verified.checkpoint().size()).isEqualTo(hotline.ports.recorder().size());
        });
  }

  /** The custody of one case, checked against everything that the log holds. */
  static VerifiedExtract verifyExtract(Hotline hotline, ExtractFile extract) {
    SignedNote checkpoint = hotline.ports.recorder().publish();
    List<VerifiedExtract> verified = new ArrayList<>();
    inFolder(
        folder -> {
          Path log = folder.resolve("log");
          new LogExport(hotline.ports.recorder().tiles()).write(checkpoint, log);
          verified.add(ExtractVerifier.verify(extract.bytes().bytes(), hotline.trust, log));
        });
    return verified.get(0);
  }

  private interface Work {
    void in(Path folder) throws IOException, NoteException, LogException, ExtractException;
  }

  private static void inFolder(Work work) {
    try {
      Path folder = Files.createTempDirectory("safehand");
      try {
        work.in(folder);
      } finally {
        try (Stream<Path> files = Files.walk(folder)) {
          files.sorted(Comparator.reverseOrder()).forEach(Offline::delete);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoteException | LogException | ExtractException e) {
      throw new AssertionError(e);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
