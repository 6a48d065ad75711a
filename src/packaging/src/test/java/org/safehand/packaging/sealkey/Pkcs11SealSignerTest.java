package org.safehand.packaging.sealkey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.packaging.open.PackageVerifier;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.seal.PendingSeal;
import org.safehand.packaging.seal.SealException;
import org.safehand.packaging.seal.SealFault;
import org.safehand.packaging.seal.SealVerifier;
import org.safehand.packaging.seal.SealWriter;

/** Seals whose key is in a token, here the software token SoftHSM. */
class Pkcs11SealSignerTest {
  private static final byte[] CONTENT = "synthetic manifest".getBytes(US_ASCII);
  private static final TestAuthority RSA = TestPki.SEAL_CA.rsaSigner("RSA Seal", 3072);
  private static final TestAuthority SHORT = TestPki.SEAL_CA.rsaSigner("Short Seal", 2048);
  private static final List<String> WITH_P384 = List.of("ec", "pin", "removed-ec");
  private static final List<String> WITH_RSA = List.of("rsa", "removed-rsa");
  private static final List<String> BAD = List.of("empty", "short", "foreign", "extractable");

  private static @Nullable SoftTokens made;

  private final Path folder;
  private final Path pin;

  Pkcs11SealSignerTest(@TempDir Path folder) throws IOException {
    // here and not once for all, so that the report names every test that was left out, and why
    assumeTrue(
        SoftTokens.library().isPresent(),
        "no seal is made in a token: it takes SoftHSM (package softhsm2) and SOFTHSM2_CONF");
    this.folder = folder;
    this.pin = Files.writeString(folder.resolve("pin"), SoftTokens.PIN + "\n");
  }

  @BeforeAll
  static void make() throws Exception {
    if (SoftTokens.library().isEmpty()) {
      return;
    }
    SoftTokens tokens =
        SoftTokens.named(Stream.of(WITH_P384, WITH_RSA, BAD).flatMap(List::stream).toList());
    for (String name : WITH_P384) {
      tokens.put(name, TestPki.SEAL.keys().getPrivate(), TestPki.SEAL.certificate());
    }
    for (String name : WITH_RSA) {
      tokens.put(name, RSA.keys().getPrivate(), RSA.certificate());
    }
    tokens.put("short", SHORT.keys().getPrivate(), SHORT.certificate());
    tokens.put("foreign", TestPki.SEAL.keys().getPrivate(), TestPki.OTHER_SEAL.certificate());
    tokens.putExtractable(
        "extractable", TestPki.SEAL.keys().getPrivate(), TestPki.SEAL.certificate());
    made = tokens;
  }

  @AfterAll
  static void takeOut() throws IOException {
    if (made != null) {
      made.clear();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ec", "rsa"})
  void sign_keyInTheToken_sealsAPackage(String name) throws Exception {
    SampleHotline hotline = new SampleHotline(open(name));

    byte[] file = hotline.pack(TestPki.AGENCY_P256, new byte[] {1, 2, 3}).bytes();

    Path written = Files.write(folder.resolve("package.asice"), file);
    PackageVerifier.verify(written, hotline.trust(name.equals("ec") ? TestPki.SEAL : RSA));
  }

  @Test
  void open_keyInTheToken_leavesTheProvidersOfTheProcessAsTheyWere() throws Exception {
    List<Provider> before = List.of(Security.getProviders());

    open("ec").sign(CONTENT);

    assertThat(Security.getProviders()).containsExactlyElementsOf(before);
  }

  @Test
  void open_wrongPin_isRefusedAndTheRightOneIsNot() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong"), SoftTokens.PIN + "1");

    refused(tokens().token("pin", wrong), SealFault.SEAL_TOKEN_PIN);
    open("pin").sign(CONTENT);
  }

  @Test
  void open_noPin_isRefused() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff});

    refused(tokens().token("ec", empty), SealFault.SEAL_TOKEN_PIN);
    refused(tokens().token("ec", binary), SealFault.SEAL_TOKEN_PIN);
    refused(tokens().token("ec", folder.resolve("absent")), SealFault.SEAL_TOKEN_PIN);
  }

  @Test
  void open_unknownLabel_isRefused() {
    SealToken known = tokens().token("ec", pin);

    refused(
        new SealToken(known.library(), known.slot(), "seals", pin),
        SealFault.SEAL_TOKEN_KEY_MISSING);
    refused(tokens().token("empty", pin), SealFault.SEAL_TOKEN_KEY_MISSING);
  }

  @Test
  void open_noSuchSlotOrLibrary_isRefused() {
    SealToken known = tokens().token("ec", pin);

    refused(
        new SealToken(known.library(), Integer.MAX_VALUE, known.label(), pin),
        SealFault.SEAL_TOKEN_UNAVAILABLE);
    refused(
        new SealToken(Path.of("/usr/lib/none/lib.so"), known.slot(), known.label(), pin),
        SealFault.SEAL_TOKEN_UNAVAILABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "foreign", "extractable"})
  void open_keyThatMayNotSeal_isRefused(String name) {
    refused(tokens().token(name, pin), SealFault.SEAL_KEY_UNUSABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"removed-ec", "removed-rsa"})
  void sign_tokenTakenOutAfterTheStart_makesNoPartOfASeal(String name) throws Exception {
    SampleHotline hotline = new SampleHotline(open(name));
    SealWriter seals = hotline.seals();
    PendingSeal begun = seals.sign(CONTENT);

    tokens().remove(name);

    unavailable(() -> seals.sign(CONTENT));
    unavailable(() -> seals.signRecord(CONTENT));
    byte[] completed = begun.complete(hotline.stamp(begun.signatureDigest()));
    TestAuthority sealer = name.equals("removed-ec") ? TestPki.SEAL : RSA;
    new SealVerifier("seal", hotline.trust(sealer)).verify(CONTENT, completed);
  }

  private static SoftTokens tokens() {
    return requireNonNull(made, "made is null");
  }

  private Pkcs11SealSigner open(String name) throws SealException {
    return Pkcs11SealSigner.open(tokens().token(name, pin));
  }

  private static void refused(SealToken token, SealFault fault) {
    SealException refusal =
        catchThrowableOfType(SealException.class, () -> Pkcs11SealSigner.open(token));
    assertThat(refusal).isNotNull();
    assertThat(refusal.fault()).as(refusal.getMessage()).isEqualTo(fault);
  }

  private static void unavailable(ThrowingCallable sealing) {
    SealException refusal = catchThrowableOfType(SealException.class, sealing);
    assertThat(refusal).isNotNull();
    assertThat(refusal.fault()).isEqualTo(SealFault.SEAL_TOKEN_UNAVAILABLE);
  }
}
