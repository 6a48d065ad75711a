package org.safehand.packaging.possession;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKEMAuthEnvelopedRecipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.PemText;
import org.safehand.packaging.envelope.EnvelopeWriter;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.recipient.RecipientKey;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

/** Only its key opens a challenge, and its holder answers nothing else. */
class SealedChallengeTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final EnvelopeWriter ENVELOPES = new EnvelopeWriter(RANDOM);
  private static final RecipientKey KEY = TestPki.recipient(TestPki.AGENCY_ML_KEM_768);
  private static final ChallengeText TEXT = text(KEY);

  static List<TestAuthority> agencies() {
    return List.of(TestPki.AGENCY_ML_KEM_768, TestPki.AGENCY_ML_KEM_1024);
  }

  @ParameterizedTest
  @MethodSource("agencies")
  void challenge_openedByItsKey_isWhatWasAsked(TestAuthority agency) throws Exception {
    RecipientKey key = TestPki.recipient(agency);
    ChallengeText text = text(key);
    SealedChallenge sealed = SealedChallenge.seal(ENVELOPES, key.certificate(), text);
    assertThat(SealedChallenge.of(sealed.pem()).open(key)).isEqualTo(text);
    assertThat(sealed.pem()).startsWith("-----BEGIN CMS-----\n");
  }

  /** Whoever uses another tool has the same content, and so the same answer. */
  @Test
  void challenge_openedByBouncyCastlesOwnRecipient_hasTheSameAnswer() throws Exception {
    byte[] der = der(SealedChallenge.seal(ENVELOPES, KEY.certificate(), TEXT));
    RecipientInformation recipient =
        new CMSAuthEnvelopedData(der).getRecipientInfos().getRecipients().iterator().next();
    JceKEMAuthEnvelopedRecipient own =
        new JceKEMAuthEnvelopedRecipient(TestPki.AGENCY_ML_KEM_768.keys().getPrivate());
    own.setProvider(TestAuthority.BC);
    assertThat(Digest.of(recipient.getContent(own))).isEqualTo(TEXT.answer());
  }

  /** Every byte, one bit of it each time. */
  @Test
  void challenge_withOneBitFlipped_isNotAnswered() {
    byte[] der = der(SealedChallenge.seal(ENVELOPES, KEY.certificate(), TEXT));
    List<Integer> answered = new ArrayList<>();
    for (int i = 0; i < der.length; i++) {
      der[i] ^= (byte) (1 << (i % 8));
      if (isAnswered(der)) {
        answered.add(i);
      }
      der[i] ^= (byte) (1 << (i % 8));
    }
    assertThat(answered).isEmpty();
    assertThat(isAnswered(der)).isTrue();
  }

  @Test
  void challenge_toAnotherKey_isNotOpened() {
    SealedChallenge sealed = SealedChallenge.seal(ENVELOPES, KEY.certificate(), TEXT);
    RecipientKey other = TestPki.recipient(TestPki.AGENCY_CA.encapsulated("Other", "ML-KEM-768"));
    PackageException refusal =
        catchThrowableOfType(PackageException.class, () -> sealed.open(other));
    assertThat(refusal.fault()).isEqualTo(PackageFault.ENVELOPE_OTHER_RECIPIENT);
  }

  /** Encrypted to this key, by somebody who wants the answer to a challenge to another one. */
  @Test
  void challenge_thatNamesAnotherKey_isNotAnswered() {
    ChallengeText foreign = text(TestPki.recipient(TestPki.AGENCY_ML_KEM_1024));
    refused(
        SealedChallenge.seal(ENVELOPES, KEY.certificate(), foreign),
        PossessionFault.CHALLENGE_OTHER_KEY);
  }

  /** A key's holder is no oracle that says anything about what others encrypted to it. */
  @Test
  void contentOfAnotherForm_isNotAnswered_andNotShown() {
    String line = new String(TEXT.bytes(), US_ASCII);
    for (String content :
        List.of(
            "a synthetic secret",
            "",
            line + "a synthetic secret",
            line.replace("v1", "v2"),
            line.strip())) {
      PossessionException refusal =
          refused(
              SealedChallenge.of(
                  PemText.encode(
                      "CMS", ENVELOPES.attached(KEY.certificate(), content.getBytes(US_ASCII)))),
              PossessionFault.CHALLENGE_CONTENT_REFUSED);
      assertThat(refusal).hasMessageNotContaining("synthetic").hasMessageNotContaining("random=");
    }
  }

  @Test
  void fileThatIsNotOneMessage_isRefused() {
    String one = SealedChallenge.seal(ENVELOPES, KEY.certificate(), TEXT).pem();
    for (String file : List.of("", "x", one + one, one.replace(" CMS", " PKCS7"), one + "x")) {
      refused(SealedChallenge.of(file), PossessionFault.CHALLENGE_MALFORMED);
    }
  }

  private static ChallengeText text(RecipientKey key) {
    try {
      return ChallengeText.fresh(
          "AG-N-001",
          Digest.of(key.certificate().publicKey().getEncoded("DER")),
          UUID.fromString("01931b3e-7b2e-7000-8000-000000000009"),
          RANDOM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] der(SealedChallenge sealed) {
    return PemText.decodeAll("CMS", sealed.pem()).orElseThrow().get(0);
  }

  private static boolean isAnswered(byte[] der) {
    try {
      SealedChallenge.of(PemText.encode("CMS", der)).open(KEY);
      return true;
    } catch (PackageException | PossessionException e) {
      return false;
    }
  }

  private static PossessionException refused(SealedChallenge sealed, PossessionFault fault) {
    PossessionException refusal =
        catchThrowableOfType(PossessionException.class, () -> sealed.open(KEY));
    assertThat(refusal).isNotNull();
    assertThat(refusal.fault()).isEqualTo(fault);
    assertThat(refusal).hasMessage(fault.code() + ": " + refusal.detail());
    return refusal;
  }
}
