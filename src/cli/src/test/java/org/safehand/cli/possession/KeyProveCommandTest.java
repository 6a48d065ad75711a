package org.safehand.cli.possession;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.PemText;
import org.safehand.packaging.envelope.EnvelopeWriter;
import org.safehand.packaging.possession.ChallengeText;
import org.safehand.packaging.possession.SealedChallenge;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

/** What an agency types in answer to a challenge. */
class KeyProveCommandTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final EnvelopeWriter ENVELOPES = new EnvelopeWriter(RANDOM);
  private static final TestAuthority AGENCY = TestPki.AGENCY_ML_KEM_768;
  private static final RecipientCertificate CERTIFICATE = TestPki.recipient(AGENCY).certificate();

  private final Path challenge;
  private final Path key;
  private final Path certificate;
  private final ChallengeText text = text(CERTIFICATE);

  KeyProveCommandTest(@TempDir Path folder) {
    this.challenge = folder.resolve("challenge.cms");
    this.key = folder.resolve("key.pem");
    this.certificate = folder.resolve("cert.pem");
  }

  @BeforeEach
  void writeTheKey() throws Exception {
    Files.writeString(key, PemText.encode("PRIVATE KEY", AGENCY.keys().getPrivate().getEncoded()));
    Files.writeString(
        certificate, PemText.encode("CERTIFICATE", AGENCY.certificate().getEncoded()));
  }

  @Test
  void challenge_isAnsweredByTheDigestAlone_andToldWhatItIsGoodFor() throws Exception {
    Files.writeString(challenge, SealedChallenge.seal(ENVELOPES, CERTIFICATE, text).pem());
    CommandRun run = prove();
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).isEqualTo(Digest.of(text.bytes()).hex() + System.lineSeparator());
    assertThat(run.err().replace(" ", ""))
        .contains("agencyAG-S-002", text.key().hex(), text.id().toString())
        .doesNotContain(text.random());
  }

  @Test
  void commandOfTheFrontPage_asWritten_answers() throws Exception {
    Files.writeString(challenge, SealedChallenge.seal(ENVELOPES, CERTIFICATE, text).pem());
    List<String> commands =
        Files.readString(Path.of("../../README.md"))
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("./safehand key prove "))
            .toList();
    assertThat(commands).hasSize(1);
    Object[] arguments =
        Arrays.stream(commands.get(0).split(" "))
            .skip(1)
            .map(word -> word.contains(".") ? key.resolveSibling(word).toString() : word)
            .toArray();
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).startsWith(Digest.of(text.bytes()).hex());
  }

  @Test
  void challenge_withOneByteFlipped_isRefused() throws Exception {
    byte[] der = ENVELOPES.attached(CERTIFICATE, text.bytes());
    der[der.length - 1] ^= 1;
    Files.writeString(challenge, PemText.encode("CMS", der));
    refused("envelope-undecryptable");
  }

  /** An envelope out of a package, for example: its content is somebody's secret. */
  @Test
  void contentThatIsNoChallenge_isRefusedAndNotTold() throws Exception {
    byte[] secret = "a synthetic secret".getBytes(US_ASCII);
    Files.writeString(challenge, PemText.encode("CMS", ENVELOPES.attached(CERTIFICATE, secret)));
    CommandRun run = refused("challenge-content-refused");
    assertThat(run.err()).doesNotContain("synthetic").doesNotContain(Digest.of(secret).hex());
  }

  @Test
  void challenge_toAnotherKey_isRefused() throws Exception {
    RecipientCertificate other = TestPki.recipient(TestPki.AGENCY_ML_KEM_1024).certificate();
    Files.writeString(challenge, SealedChallenge.seal(ENVELOPES, other, text(other)).pem());
    refused("envelope-other-recipient");
    Files.writeString(challenge, SealedChallenge.seal(ENVELOPES, CERTIFICATE, text(other)).pem());
    refused("challenge-other-key");
  }

  @Test
  void fileThatIsNoMessage_orIsNotThere_isRefused() throws Exception {
    assertThat(prove().exit()).isEqualTo(9);
    Files.writeString(challenge, "no message");
    refused("challenge-malformed");
    Files.write(challenge, new byte[64 * 1024 + 1]);
    refused("challenge-malformed");
  }

  private CommandRun refused(String code) {
    CommandRun run = prove();
    assertThat(run.exit()).as(run.toString()).isEqualTo(1);
    assertThat(run.err()).startsWith(code + ": ");
    assertThat(run.out()).isEmpty();
    return run;
  }

  private CommandRun prove() {
    return CommandRun.of("key", "prove", challenge, "--key", key, "--cert", certificate);
  }

  private static ChallengeText text(RecipientCertificate certificate) {
    try {
      return ChallengeText.fresh(
          "AG-S-002",
          Digest.of(certificate.publicKey().getEncoded("DER")),
          UUID.fromString("01931b3e-7b2e-7000-8000-000000000009"),
          RANDOM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
