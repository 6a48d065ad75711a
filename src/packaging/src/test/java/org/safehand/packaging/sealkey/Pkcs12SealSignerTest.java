package org.safehand.packaging.sealkey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.seal.PendingSeal;
import org.safehand.packaging.seal.SealException;
import org.safehand.packaging.seal.SealFault;
import org.safehand.packaging.seal.SealVerifier;

class Pkcs12SealSignerTest {
  private static final char[] PASSWORD = "synthetic".toCharArray();
  private static final byte[] CONTENT = "synthetic manifest".getBytes(US_ASCII);
  private static final TestAuthority RSA = TestPki.SEAL_CA.rsaSigner("RSA Seal", 3072);

  static final List<TestAuthority> SEALERS = List.of(TestPki.SEAL, RSA);
  static final List<TestAuthority> OTHERS =
      List.of(
          TestPki.SEAL_CA.rsaSigner("Short Seal", 2048),
          TestPki.SEAL_CA.ecSigner("P-256 Seal", "secp256r1"));

  private final Path file;

  Pkcs12SealSignerTest(@TempDir Path folder) {
    this.file = folder.resolve("seal.p12");
  }

  @ParameterizedTest
  @FieldSource("SEALERS")
  void sign_keyOfEitherKind_isAccepted(TestAuthority sealer) throws Exception {
    write(sealer.keys().getPrivate(), sealer);
    SampleHotline hotline = new SampleHotline(Pkcs12SealSigner.open(file, "seal", PASSWORD));

    PendingSeal pending = hotline.seals().sign(CONTENT);
    byte[] seal = pending.complete(hotline.stamp(pending.signatureDigest()));

    assertThat(new SealVerifier("seal", hotline.trust(sealer)).verify(CONTENT, seal).organisation())
        .isEqualTo(TestPki.ORGANISATION);
  }

  @ParameterizedTest
  @FieldSource("OTHERS")
  void open_keyThatMayNotSeal_isRefused(TestAuthority sealer) throws Exception {
    write(sealer.keys().getPrivate(), sealer);
    refused("seal", PASSWORD);
  }

  @Test
  void open_certificateOfAnotherKey_isRefused() throws Exception {
    write(TestPki.SEAL.keys().getPrivate(), TestPki.OTHER_SEAL);
    refused("seal", PASSWORD);
  }

  @Test
  void open_certificateOfAnotherKindOfKey_isRefused() throws Exception {
    write(TestPki.SEAL.keys().getPrivate(), RSA);
    refused("seal", PASSWORD);
  }

  @Test
  void open_otherAliasOrPasswordOrNoFile_isRefused() throws Exception {
    refused("seal", PASSWORD);
    write(TestPki.SEAL.keys().getPrivate(), TestPki.SEAL);
    Pkcs12SealSigner.open(file, "seal", PASSWORD);
    refused("other", PASSWORD);
    refused("seal", "other".toCharArray());
  }

  private void refused(String alias, char[] password) {
    SealException refusal =
        catchThrowableOfType(
            SealException.class, () -> Pkcs12SealSigner.open(file, alias, password));
    assertThat(refusal).isNotNull();
    assertThat(refusal.fault()).isEqualTo(SealFault.SEAL_KEY_UNUSABLE);
  }

  private void write(PrivateKey key, TestAuthority sealer) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "seal",
        key,
        PASSWORD,
        new Certificate[] {
          sealer.certificate(), TestPki.SEAL_CA.certificate(), TestPki.ROOT.certificate()
        });
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD);
    }
  }
}
