package org.safehand.packaging.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.open.PackageVerifier;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.sample.aged.AgedPki;
import org.safehand.packaging.sample.aged.Archivist;

/** No bit of what archiving added is free, also where check sums are set right. */
@Tag("campaign")
class EvidenceBitsTest {
  private static final SampleHotline HOTLINE = AgedPki.hotline(AgedPki.SEALED);
  private static final Trust TRUST = AgedPki.trust(HOTLINE);

  private final Path file;
  private final byte[] archived;

  EvidenceBitsTest(@TempDir Path folder) throws Exception {
    file = folder.resolve("package.asice");
    Archivist archivist = new Archivist(folder, TRUST);
    List<byte[]> files =
        List.of(
            HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {1}).bytes(),
            HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {2}).bytes());
    byte[] first = archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, files).get(0);
    byte[] renewed = archivist.renew(AgedPki.TSA_2015, AgedPki.RENEWED, first);
    archived = archivist.rehash(AgedPki.TSA_2019, AgedPki.REHASHED, HashAlgorithm.SHA_512, renewed);
  }

  @Test
  void oneBitOfAnyByteOfTheRecordFlipped_isRefused() throws IOException {
    assertThat(flipsThatPass(AsicNames.EVIDENCE_RECORD)).isEmpty();
  }

  @Test
  void oneBitOfAnyByteOfItsManifestFlipped_isRefused() throws IOException {
    assertThat(flipsThatPass(AsicNames.EVIDENCE_MANIFEST)).isEmpty();
  }

  private List<Integer> flipsThatPass(String name) throws IOException {
    Forgery forgery = Forgery.of(archived);
    byte[] content = forgery.content(name);
    List<Integer> passed = new ArrayList<>();
    for (int i = 0; i < content.length; i++) {
      byte[] changed = content.clone();
      changed[i] ^= (byte) (1 << (i % 8));
      if (passes(forgery.set(name, changed).bytes())) {
        passed.add(i);
      }
    }
    assertThat(passes(forgery.set(name, content).bytes())).isTrue();
    return passed;
  }

  private boolean passes(byte[] changed) throws IOException {
    try {
      PackageVerifier.verify(Files.write(file, changed), TRUST);
      return true;
    } catch (PackageException e) {
      return false;
    }
  }
}
