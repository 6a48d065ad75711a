package org.safehand.packaging.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.envelope.Envelope;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.recipient.RecipientKey;
import org.safehand.packaging.release.ReleaseVerifier;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.segment.Nonce;
import org.safehand.packaging.segment.Tag;
import org.safehand.packaging.zip.ContainerBytes;

/**
 * No bit of a package is free: one that differs anywhere is refused. At each byte one bit is
 * flipped, the next at the next byte; eight runs with {@code -Dsafehand.test.bit=0} to 7 flip all.
 */
@org.junit.jupiter.api.Tag("campaign")
class PackageBitsTest {
  private static final int FIRST_BIT = Integer.getInteger("safehand.test.bit", 0);

  private static final SampleHotline HOTLINE = new SampleHotline();
  private static final Trust TRUST = HOTLINE.trust();
  private static final RecipientKey AGENCY = TestPki.recipient(TestPki.AGENCY_P256);
  private static final SamplePackage SAMPLE =
      HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {1, 2, 3, 4, 5});
  private static final byte[] PACKAGE = SAMPLE.bytes();

  @Test
  void verify_oneBitOfAnyByteFlipped_isRefused() {
    assertThat(passes(PACKAGE)).isTrue();
    assertThat(flipsThatPass(PACKAGE, PackageBitsTest::passes)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PackageNames.HEADER,
        PackageNames.CASE,
        PackageNames.RELEASE,
        "exhibits/0001/00000.bin",
        "exhibits/0001/00000.cms",
        PackageNames.OPEN_TXT,
        AsicNames.MIMETYPE,
        AsicNames.MANIFEST,
        AsicNames.SEAL
      })
  void verify_oneBitFlippedAndCheckSumsSetRight_isRefused(String name) {
    byte[] content = Forgery.of(PACKAGE).content(name);
    Predicate<byte[]> verified = changed -> passes(Forgery.of(PACKAGE).set(name, changed).bytes());
    assertThat(verified.test(content)).isTrue();
    assertThat(flipsThatPass(content, verified)).isEmpty();
  }

  /**
   * Under a good seal, by whoever holds the seal key: no bit of the signed record is free either.
   */
  @Test
  void open_oneBitOfTheReleaseRecordFlipped_isRefused() throws Exception {
    byte[] record =
        Envelope.read("release", Forgery.of(PACKAGE).content(PackageNames.RELEASE)).open(AGENCY);
    VerifiedPackage verified;
    try (ContainerBytes bytes = ContainerBytes.ofArray(PACKAGE)) {
      verified = PackageVerifier.verify(bytes, TRUST);
    }
    Predicate<byte[]> released =
        changed ->
            holds(
                () ->
                    new ReleaseVerifier("release", TRUST)
                        .verify(
                            changed,
                            verified.seal(),
                            SAMPLE.header(),
                            AGENCY.certificate().sha256()));
    assertThat(released.test(record)).isTrue();
    assertThat(flipsThatPass(record, released)).isEmpty();
  }

  @Test
  void open_oneBitOfAnEnvelopeFlipped_isRefused() {
    for (TestAuthority agency : List.of(TestPki.AGENCY_P256, TestPki.AGENCY_P384)) {
      RecipientKey key = TestPki.recipient(agency);
      byte[] envelope = HOTLINE.envelopes().attached(key.certificate(), new byte[] {1, 2, 3});
      Predicate<byte[]> opened =
          changed -> holds(() -> Envelope.read("envelope", changed).open(key));
      assertThat(opened.test(envelope)).isTrue();
      assertThat(flipsThatPass(envelope, opened)).isEmpty();
    }
  }

  /** RSA is slow: of the bytes that the form leaves free, every seventh is opened. */
  @Test
  void open_oneBitOfAnRsaEnvelopeFlipped_isRefused() {
    RecipientKey key = TestPki.recipient(TestPki.AGENCY_RSA);
    byte[] envelope = HOTLINE.envelopes().attached(key.certificate(), new byte[] {1, 2, 3});
    int[] free =
        flipsThatPass(envelope, changed -> holds(() -> Envelope.read("envelope", changed)));

    assertThat(free).hasSize(20 + 384 + Nonce.LENGTH + Tag.LENGTH + 3);
    for (int i = 0; i < free.length; i += 7) {
      byte[] changed = flipped(envelope, free[i]);
      assertThat(holds(() -> Envelope.read("envelope", changed).open(key))).isFalse();
    }
  }

  @Test
  void verify_cutAnywhere_isRefused() {
    assertThat(
            IntStream.range(0, PACKAGE.length)
                .parallel()
                .filter(length -> passes(Arrays.copyOf(PACKAGE, length)))
                .toArray())
        .isEmpty();
  }

  @Test
  void verify_bytesBeforeOrBehind_isRefused() {
    byte[] before = new byte[PACKAGE.length + 1];
    System.arraycopy(PACKAGE, 0, before, 1, PACKAGE.length);

    assertThat(passes(before)).isFalse();
    assertThat(passes(Arrays.copyOf(PACKAGE, PACKAGE.length + 1))).isFalse();
  }

  /** At which bytes {@code good} may be another. */
  private static int[] flipsThatPass(byte[] good, Predicate<byte[]> accepted) {
    return IntStream.range(0, good.length)
        .parallel()
        .filter(i -> accepted.test(flipped(good, i)))
        .toArray();
  }

  private static byte[] flipped(byte[] good, int at) {
    byte[] changed = good.clone();
    changed[at] ^= (byte) (1 << ((at + FIRST_BIT) % 8));
    return changed;
  }

  private static boolean passes(byte[] file) {
    try (ContainerBytes bytes = ContainerBytes.ofArray(file)) {
      return holds(() -> PackageVerifier.verify(bytes, TRUST));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One check of a package. */
  private interface Check {
    Object run() throws IOException, PackageException;
  }

  private static boolean holds(Check check) {
    try {
      assertThat(check.run()).isNotNull();
      return true;
    } catch (PackageException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
