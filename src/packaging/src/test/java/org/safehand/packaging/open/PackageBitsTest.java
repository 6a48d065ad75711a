package org.safehand.packaging.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.zip.ContainerBytes;

/** No bit of a package is free: one that differs anywhere is refused. */
class PackageBitsTest {
  /** Which of the seal's bytes are changed: all of them take half a minute. */
  private static final int SEAL_STEP = Integer.getInteger("safehand.test.sealStep", 5);

  private static final SampleHotline HOTLINE = new SampleHotline();
  private static final Trust TRUST = HOTLINE.trust();
  private static final byte[] PACKAGE =
      HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {1, 2, 3, 4, 5}).bytes();

  @Test
  void verify_oneBitOfAnyByteFlipped_isRefused() throws IOException {
    byte[] file = PACKAGE.clone();
    List<Integer> passed = new ArrayList<>();
    for (int i = 0; i < file.length; i++) {
      file[i] ^= (byte) (1 << (i % 8));
      if (passes(file)) {
        passed.add(i);
      }
      file[i] = PACKAGE[i];
    }
    assertThat(passed).isEmpty();
    assertThat(passes(file)).isTrue();
  }

  @Test
  void verify_oneBitFlippedAndCheckSumsSetRight_isRefused() throws IOException {
    for (String name :
        List.of(
            PackageNames.HEADER,
            PackageNames.CASE,
            PackageNames.RELEASE,
            PackageNames.ciphertext(1, 0),
            PackageNames.envelope(1, 0),
            PackageNames.OPEN_TXT,
            AsicNames.MIMETYPE,
            AsicNames.MANIFEST)) {
      assertThat(flipsThatPass(name, 1)).as(name).isEmpty();
    }
  }

  @Test
  void verify_oneBitOfTheSealFlippedAndCheckSumsSetRight_isRefused() throws IOException {
    assertThat(flipsThatPass(AsicNames.SEAL, SEAL_STEP)).isEmpty();
  }

  @Test
  void verify_cutAnywhere_isRefused() throws IOException {
    for (int length = 0; length < PACKAGE.length; length++) {
      assertThat(passes(Arrays.copyOf(PACKAGE, length))).as("%s bytes", length).isFalse();
    }
  }

  @Test
  void verify_bytesBeforeOrBehind_isRefused() throws IOException {
    byte[] before = new byte[PACKAGE.length + 1];
    System.arraycopy(PACKAGE, 0, before, 1, PACKAGE.length);

    assertThat(passes(before)).isFalse();
    assertThat(passes(Arrays.copyOf(PACKAGE, PACKAGE.length + 1))).isFalse();
  }

  private static List<Integer> flipsThatPass(String name, int step) throws IOException {
    Forgery forgery = Forgery.of(PACKAGE);
    byte[] content = forgery.content(name);
    List<Integer> passed = new ArrayList<>();
    for (int i = 0; i < content.length; i += step) {
      byte[] changed = content.clone();
      changed[i] ^= (byte) (1 << (i % 8));
      if (passes(forgery.set(name, changed).bytes())) {
        passed.add(i);
      }
    }
    assertThat(passes(forgery.set(name, content).bytes())).isTrue();
    return passed;
  }

  private static boolean passes(byte[] file) throws IOException {
    try (ContainerBytes bytes = ContainerBytes.ofArray(file)) {
      PackageVerifier.verify(bytes, TRUST);
      return true;
    } catch (PackageException e) {
      return false;
    }
  }
}
