package org.safehand.custody.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.Trusts;
import org.safehand.custody.trust.TsaTrust;

class TimeStampTokenTest {
  private static final Digest DIGEST = Digest.of("checkpoint".getBytes(UTF_8));
  private static final Instant TIME = Instant.parse("2026-11-24T03:51:59Z");

  private final TestAuthority authority = new TestAuthority();
  private final Trust trust = trust(authority);

  private static Trust trust(TestAuthority authority) {
    LogKey key = LogKey.generate("example.org/log", new SecureRandom());
    return Trusts.of(new LogTrust(key.name(), List.of(key.verifierKey()), List.of(), 0), authority);
  }

  private static void assertFault(TimeStampFault fault, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            TimeStampException.class, e -> assertThat(e.fault()).isEqualTo(fault))
        .hasMessageStartingWith(fault.code() + ": ");
  }

  private static VerifiedTime verify(byte[] token, Trust trust) throws TimeStampException {
    return TimeStampToken.parse(token).verify(DIGEST, trust);
  }

  @Test
  void tokenOfPinnedAuthority_saysWhen() throws TimeStampException {
    VerifiedTime verified = verify(authority.stamp(DIGEST, TIME), trust);
    assertThat(verified.time()).isEqualTo(TIME);
    assertThat(verified.policy()).isEqualTo(TestAuthority.POLICY);
    assertThat(verified.serial()).isEqualTo(10);
  }

  @Test
  void overOtherBytes_refused() {
    byte[] token = authority.stamp(Digest.of(), TIME);
    assertFault(TimeStampFault.IMPRINT, () -> verify(token, trust));
  }

  @Test
  void otherAuthorityOrPolicy_refused() {
    byte[] token = authority.stamp(DIGEST, TIME);
    assertFault(TimeStampFault.AUTHORITY, () -> verify(token, trust(new TestAuthority())));
    byte[] policy = authority.stamp(DIGEST, TIME, "1.2.3.4", TestAuthority.newKey());
    assertFault(TimeStampFault.AUTHORITY, () -> verify(policy, trust));
  }

  @Test
  void authorityWithdrawn_countsOnlyForWhatIsKnownToBeOlder() throws TimeStampException {
    Instant withdrawn = TIME.plusSeconds(60);
    TsaTrust pin =
        new TsaTrust(
            authority.certificateSha256(), Set.of(TestAuthority.POLICY), Optional.of(withdrawn));
    Trust stolen =
        new Trust(trust.log(), trust.sealers(), trust.sealCa(), trust.tsaCa(), List.of(pin));
    TimeStampToken token = TimeStampToken.parse(authority.stamp(DIGEST, TIME));
    Imprint imprint = Imprint.of(DIGEST);

    assertFault(TimeStampFault.WITHDRAWN, () -> token.verify(DIGEST, stolen));
    assertFault(TimeStampFault.WITHDRAWN, () -> token.verifyExisting(imprint, stolen, withdrawn));
    assertThat(token.verifyExisting(imprint, stolen, withdrawn.minusMillis(1)).time())
        .isEqualTo(TIME);
  }

  @Test
  void overSha512_verifiesOnlyAsThat() throws Exception {
    byte[] value = HashAlgorithm.SHA_512.engine().digest("checkpoint".getBytes(UTF_8));
    Imprint imprint = Imprint.of(HashAlgorithm.SHA_512, value);
    TimeStampToken token =
        TimeStampToken.parse(
            TimeStampQuery.over(imprint, BigInteger.TWO)
                .answeredBy(authority.answer(TimeStampQuery.over(imprint, BigInteger.TWO), TIME))
                .bytes());

    assertThat(token.verify(imprint, trust).time()).isEqualTo(TIME);
    assertFault(TimeStampFault.IMPRINT, () -> token.verify(DIGEST, trust));
    assertFault(
        TimeStampFault.IMPRINT,
        () ->
            token.verify(
                Imprint.of(HashAlgorithm.SHA_512, HashAlgorithm.SHA_512.engine().digest()), trust));
  }

  @Test
  void answer_toAnotherQuestionOrOfAnotherNonce_refused() {
    TimeStampQuery query = TimeStampQuery.over(Imprint.of(DIGEST), BigInteger.TWO);
    for (TimeStampQuery other :
        List.of(
            TimeStampQuery.over(Imprint.of(DIGEST), BigInteger.TEN),
            TimeStampQuery.over(Imprint.of(Digest.of()), BigInteger.TWO))) {
      assertFault(TimeStampFault.ANSWER, () -> query.answeredBy(authority.answer(other, TIME)));
    }
    assertFault(TimeStampFault.ANSWER, () -> query.answeredBy(new byte[] {0x30, 0}));
  }

  @Test
  void signedByAnotherKey_refused() {
    byte[] token = authority.stamp(DIGEST, TIME, TestAuthority.POLICY, TestAuthority.newKey());
    assertFault(TimeStampFault.SIGNATURE, () -> verify(token, trust));
  }

  @Test
  void outsideValidityOfTheCertificate_refused() {
    for (String time : new String[] {"2025-12-31T23:59:59Z", "2036-01-01T00:00:01Z"}) {
      byte[] token = authority.stamp(DIGEST, Instant.parse(time));
      assertThatThrownBy(() -> verify(token, trust)).isInstanceOf(TimeStampException.class);
    }
  }

  @Test
  void noPathToRoot_refused() {
    Trust other = trust(new TestAuthority());
    List<TsaTrust> pins =
        List.of(new TsaTrust(authority.certificateSha256(), Set.of(TestAuthority.POLICY)));
    byte[] token = authority.stamp(DIGEST, TIME);
    Trust foreignRoot =
        new Trust(trust.log(), trust.sealers(), trust.sealCa(), other.tsaCa(), pins);
    assertFault(TimeStampFault.CERTIFICATE, () -> verify(token, foreignRoot));
    Trust noRoot =
        new Trust(
            trust.log(), trust.sealers(), trust.sealCa(), List.of(authority.intermediate()), pins);
    assertFault(TimeStampFault.CERTIFICATE, () -> verify(token, noRoot));
    Trust noIntermediate =
        new Trust(trust.log(), trust.sealers(), trust.sealCa(), List.of(authority.root()), pins);
    assertFault(TimeStampFault.CERTIFICATE, () -> verify(token, noIntermediate));
  }

  /**
   * The generator of the library refuses such certificates as the verifier does, so the path check
   * is asked itself.
   */
  @Test
  void certificateNotForTimeStampingAlone_refused() {
    for (TestAuthority wrong :
        List.of(
            new TestAuthority(false, KeyPurposeId.id_kp_timeStamping),
            new TestAuthority(
                true, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_emailProtection),
            new TestAuthority(true, KeyPurposeId.id_kp_emailProtection))) {
      assertFault(
          TimeStampFault.CERTIFICATE,
          () ->
              AuthorityPath.require(
                  wrong.certificate(), List.of(wrong.intermediate(), wrong.root()), TIME));
    }
  }

  @Test
  void trailingBytesOrOtherEncoding_refused() {
    byte[] token = authority.stamp(DIGEST, TIME);
    assertFault(
        TimeStampFault.MALFORMED,
        () -> TimeStampToken.parse(Arrays.copyOf(token, token.length + 1)));
    assertFault(
        TimeStampFault.MALFORMED,
        () -> TimeStampToken.parse(Arrays.copyOf(token, token.length - 1)));
    assertFault(TimeStampFault.MALFORMED, () -> TimeStampToken.parse(new byte[0]));
    assertFault(TimeStampFault.MALFORMED, () -> TimeStampToken.parse(new byte[] {5, 0}));
  }

  @Test
  void anyFlippedBit_refused() {
    byte[] token = authority.stamp(DIGEST, TIME);
    for (int bit = 0; bit < token.length * 8; bit++) {
      byte[] changed = token.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> verify(changed, trust))
          .as("bit %d of byte %d", bit % 8, bit / 8)
          .isInstanceOf(TimeStampException.class);
    }
  }
}
