package org.safehand.packaging.vectors.openssl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.vectors.archive.ArchiveVectors;
import org.safehand.packaging.vectors.casefile.CaseFileVectors;
import org.safehand.packaging.vectors.envelope.EnvelopeVectors;
import org.safehand.packaging.vectors.kinds.OpenVectors;
import org.safehand.packaging.vectors.kinds.PackageVectors;
import org.safehand.packaging.vectors.splice.Spliced;

/**
 * Every valid vector of the suite, opened and verified by OpenSSL, which shares no line with us.
 * What it does not know is skipped by name; that nothing at all was checked is a fault.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenSslSuiteTest {
  private static final String CIPHERTEXT = ".bin";

  private int opened;
  private int decrypted;

  @TempDir Path folder;

  @BeforeAll
  static void isHere() throws Exception {
    assumeTrue(OpenSsl.isHere(), "the suite is not tried with openssl: there is no openssl 3");
  }

  @AfterAll
  void somethingWasChecked() throws Exception {
    if (OpenSsl.isHere()) {
      assertThat(opened).as("packages opened by openssl").isPositive();
      assertThat(decrypted).as("envelopes decrypted by openssl").isPositive();
    }
  }

  private static Stream<String> valid(VectorKind kind) throws IOException {
    return Suite.kept(kind).vectors().entrySet().stream()
        .filter(vector -> vector.getValue().expect().equals(Vector.OK))
        .map(Map.Entry::getKey);
  }

  static Stream<String> openable() throws IOException {
    return valid(new OpenVectors());
  }

  static Stream<String> envelopes() throws IOException {
    return valid(new EnvelopeVectors());
  }

  static Stream<VectorKind> sealedKinds() {
    return Stream.of(new PackageVectors(), new ArchiveVectors(), new CaseFileVectors());
  }

  private static void assumeKnown(String recipient) throws Exception {
    assumeTrue(
        !recipient.startsWith("ml-kem-") || OpenSsl.knowsMlKem(),
        recipient + " is not tried: openssl before 3.6 knows no KEMRecipientInfo");
  }

  private void requireSealed(byte[] file, Instant stamped) throws Exception {
    Forgery parts = Forgery.of(file);
    OpenSsl.Result verified =
        new OpenSsl(folder)
            .verify(parts.content(AsicNames.SEAL), parts.content(AsicNames.MANIFEST), stamped);
    assertThat(verified.held()).as(verified.output()).isTrue();
  }

  private byte[] decrypt(byte[] envelope, Optional<byte[]> ciphertext, String recipient)
      throws Exception {
    OpenSsl openSsl = new OpenSsl(folder);
    OpenSsl.Result result = openSsl.decrypt(envelope, ciphertext, recipient);
    assertThat(result.held()).as(result.output()).isTrue();
    return openSsl.decrypted();
  }

  @ParameterizedTest
  @MethodSource("sealedKinds")
  void sealOfEveryValidVector_isAccepted(VectorKind kind) throws Exception {
    Suite suite = Suite.kept(kind);
    List<String> names = valid(kind).toList();
    for (String name : names) {
      Vector vector = suite.get(name);
      String time = vector.has("stamped") ? "stamped" : "sealed";
      requireSealed(Spliced.of(vector), Instant.parse(vector.text(time)));
    }
    assertThat(names).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("openable")
  void everyEntryForTheRecipient_givesWhatTheVectorSays(String name) throws Exception {
    Vector vector = Suite.kept(new OpenVectors()).get(name);
    String recipient = vector.text("recipient");
    assumeKnown(recipient);
    Forgery parts = Forgery.of(Spliced.of(vector));
    Instant sealed = Instant.parse(vector.text("sealed"));

    byte[] caseFile = decrypt(parts.content(PackageNames.CASE), Optional.empty(), recipient);
    requireSealed(caseFile, sealed);
    assertThat(Digest.of(Forgery.of(caseFile).content("manifest.json")).hex())
        .isEqualTo(vector.text("seal-digest"));
    byte[] release = decrypt(parts.content(PackageNames.RELEASE), Optional.empty(), recipient);
    OpenSsl openSsl = new OpenSsl(folder);
    OpenSsl.Result signed = openSsl.verify(release, sealed);
    assertThat(signed.held()).as(signed.output()).isTrue();
    assertThat(openSsl.verified())
        .asString()
        .contains("\"sealDigest\":\"" + vector.text("seal-digest") + "\"");
    assertThat(exhibits(parts, recipient))
        .isEqualTo(
            vector.texts("exhibit").stream()
                .map(exhibit -> exhibit.substring(0, exhibit.lastIndexOf(' ')))
                .toList());
    opened++;
  }

  /** Number, size and SHA-256 of each exhibit; each has one segment. */
  private List<String> exhibits(Forgery parts, String recipient) throws Exception {
    List<String> exhibits = new ArrayList<>();
    for (String entry : parts.names()) {
      if (entry.endsWith(CIPHERTEXT)) {
        String envelope = entry.substring(0, entry.length() - CIPHERTEXT.length()) + ".cms";
        byte[] content =
            decrypt(parts.content(envelope), Optional.of(parts.content(entry)), recipient);
        int number = exhibits.size() + 1;
        exhibits.add(number + " " + content.length + " " + Digest.of(content).hex());
      }
    }
    return exhibits;
  }

  @ParameterizedTest
  @MethodSource("envelopes")
  void everyValidEnvelope_givesItsContent(String name) throws Exception {
    Vector vector = Suite.kept(new EnvelopeVectors()).get(name);
    assumeKnown(vector.text("recipient"));
    Optional<byte[]> ciphertext =
        vector.has("ciphertext") ? Optional.of(vector.bytes("ciphertext")) : Optional.empty();

    assertThat(decrypt(vector.bytes("envelope"), ciphertext, vector.text("recipient")))
        .isEqualTo(vector.bytes("content"));
    decrypted++;
  }

  @Test
  void sealThatWasForged_isRefused() throws Exception {
    Vector vector = Suite.kept(new PackageVectors()).get("seal-signature");
    Forgery parts = Forgery.of(Spliced.of(vector));

    assertThat(
            new OpenSsl(folder)
                .verify(
                    parts.content(AsicNames.SEAL),
                    parts.content(AsicNames.MANIFEST),
                    Instant.parse("2026-11-24T08:04:49Z"))
                .held())
        .isFalse();
  }
}
