package org.safehand.web.provider;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.safehand.web.provider.TestProvider.header;
import static org.safehand.web.provider.TestProvider.key;
import static org.safehand.web.provider.TestProvider.sign;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One good token, and each way in which another is not it. */
class IdTokenVerifierTest {
  private static final Instant ASKED = Instant.parse("2026-11-27T09:00:00.400Z");
  private static final Instant SHOWN = Instant.parse("2026-11-27T09:00:20Z");
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:21Z");
  private static final String CLIENT = "safehand-cli";
  private static final String NONCE = "dGhlIG9uZSBjaGFsbGVuZ2Ugb2YgdGhpcyB0ZXN0IQ";
  private static final RSAKey STRANGER = key("key-1");

  private static JWTClaimsSet.Builder good() {
    return TestProvider.claims(CLIENT, NONCE, SHOWN);
  }

  private static Instant verify(String token, Instant now) throws StepUpException {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new IdTokenVerifier(TestProvider.ISSUER, TestProvider.keys(), clock)
        .verify(token, new Asked(CLIENT, NONCE, TestProvider.SUBJECT, ASKED));
  }

  private static StepUpFault refused(String token) {
    return catchThrowableOfType(StepUpException.class, () -> verify(token, NOW)).fault();
  }

  @Test
  void token_ofTheRightAnswer_tellsWhenTheSecondFactorWasShown() throws Exception {
    assertThat(verify(sign(good().build()), NOW)).isEqualTo(SHOWN);
    assertThat(verify(sign(header().type(JOSEObjectType.JWT).build(), good().build(), key()), NOW))
        .isEqualTo(SHOWN);
  }

  private static Arguments change(
      StepUpFault fault, String what, UnaryOperator<JWTClaimsSet.Builder> change) {
    return Arguments.of(fault, what, change);
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change(StepUpFault.ISSUER, "none", it -> it.issuer(null)),
        change(StepUpFault.ISSUER, "other", it -> it.issuer("https://id.example.org/realms/other")),
        change(StepUpFault.ISSUER, "slash", it -> it.issuer(TestProvider.ISSUER + "/")),
        change(StepUpFault.AUDIENCE, "none", it -> it.audience((String) null)),
        change(StepUpFault.AUDIENCE, "other", it -> it.audience("safehand-web")),
        change(
            StepUpFault.AUDIENCE, "one more", it -> it.audience(List.of(CLIENT, "safehand-web"))),
        change(StepUpFault.PARTY, "other", it -> it.claim("azp", "safehand-web")),
        change(StepUpFault.TYPE, "access token", it -> it.claim("typ", "Bearer")),
        change(StepUpFault.TYPE, "logout token", it -> it.claim("typ", "Logout")),
        change(StepUpFault.EXPIRED, "never", it -> it.expirationTime(null)),
        change(StepUpFault.EXPIRED, "now", it -> it.expirationTime(Date.from(NOW))),
        change(StepUpFault.ISSUED_AT, "none", it -> it.issueTime(null)),
        change(StepUpFault.ISSUED_AT, "later", it -> it.issueTime(Date.from(NOW.plusSeconds(6)))),
        change(
            StepUpFault.ISSUED_AT, "before", it -> it.issueTime(Date.from(ASKED.minusSeconds(6)))),
        change(StepUpFault.NONCE, "none", it -> it.claim("nonce", null)),
        change(StepUpFault.NONCE, "other", it -> it.claim("nonce", "e" + NONCE.substring(1))),
        change(StepUpFault.SUBJECT, "none", it -> it.subject(null)),
        change(
            StepUpFault.SUBJECT, "other", it -> it.subject(TestProvider.SUBJECT.replace('2', '3'))),
        change(StepUpFault.LEVEL, "none", it -> it.claim("acr", null)),
        change(StepUpFault.LEVEL, "one factor", it -> it.claim("acr", "silver")),
        change(StepUpFault.LEVEL, "number", it -> it.claim("acr", "2")),
        change(StepUpFault.AUTH_TIME, "none", it -> it.claim("auth_time", null)),
        change(
            StepUpFault.AUTH_TIME,
            "before the question",
            it -> it.claim("auth_time", ASKED.getEpochSecond() - 5)),
        change(
            StepUpFault.AUTH_TIME, "later", it -> it.claim("auth_time", NOW.getEpochSecond() + 6)),
        change(StepUpFault.MALFORMED, "nonce a number", it -> it.claim("nonce", 7)),
        change(StepUpFault.MALFORMED, "acr a list", it -> it.claim("acr", List.of("gold"))),
        change(StepUpFault.MALFORMED, "auth_time a text", it -> it.claim("auth_time", "soon")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("changes")
  void token_thatDiffersInOneClaim_isRefused(
      StepUpFault fault, String what, UnaryOperator<JWTClaimsSet.Builder> change) {
    assertThat(refused(sign(change.apply(good()).build()))).isEqualTo(fault);
  }

  @Test
  void secondFactor_ofThreeHundredSeconds_isTooOld_andOfOneLessIsNot() throws Exception {
    Instant end = SHOWN.plusSeconds(300);
    String token = sign(good().expirationTime(Date.from(end.plusSeconds(60))).build());
    assertThat(verify(token, end.minusSeconds(1))).isEqualTo(SHOWN);
    assertThat(catchThrowableOfType(StepUpException.class, () -> verify(token, end)).fault())
        .isEqualTo(StepUpFault.AUTH_TIME);
  }

  /** Five seconds either way count as the same moment; whoever is within them is not refused. */
  @Test
  void clock_ofTheProvider_mayBeFiveSecondsOff() throws Exception {
    Date ahead = Date.from(NOW.plusSeconds(5));
    assertThat(verify(sign(good().issueTime(ahead).claim("auth_time", ahead).build()), NOW))
        .isEqualTo(ahead.toInstant());
    Date behind = Date.from(ASKED.minusMillis(4400));
    assertThat(verify(sign(good().issueTime(behind).claim("auth_time", behind).build()), NOW))
        .isEqualTo(behind.toInstant());
  }

  @Test
  void token_withoutSignature_isRefused() {
    assertThat(refused(new PlainJWT(good().build()).serialize())).isEqualTo(StepUpFault.MALFORMED);
    String[] parts = sign(good().build()).split("\\.", -1);
    Base64URL none = Base64URL.encode("{\"alg\":\"none\",\"kid\":\"key-1\"}");
    assertThat(refused(none + "." + parts[1] + "." + parts[2])).isEqualTo(StepUpFault.MALFORMED);
    assertThat(refused(parts[0] + "." + parts[1] + ".")).isNotNull();
  }

  /** The provider's public key, which everyone has, taken for a shared secret. */
  @Test
  void token_signedWithThePublicKeyAsASecret_isRefused() throws Exception {
    byte[] secret = key().toRSAPublicKey().getEncoded();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build(), good().build());
    token.sign(new MACSigner(secret));
    assertThat(refused(token.serialize())).isEqualTo(StepUpFault.ALGORITHM);
  }

  @Test
  void token_ofAnotherAlgorithmOfTheSameKey_isRefused() throws Exception {
    for (JWSAlgorithm other : List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
      JWSHeader header = new JWSHeader.Builder(other).keyID("key-1").build();
      assertThat(refused(sign(header, good().build(), key()))).isEqualTo(StepUpFault.ALGORITHM);
    }
  }

  @Test
  void token_thatNamesNoKeyOrAnUnknownOne_isRefused() {
    for (String id : new String[] {null, "key-2", "../key-1", ""}) {
      assertThat(refused(sign(header().keyID(id).build(), good().build(), key())))
          .as("kid %s", id)
          .isEqualTo(StepUpFault.KEY);
    }
  }

  @Test
  void token_ofAStranger_isRefused_whateverKeyItBrings() {
    assertThat(refused(sign(header().build(), good().build(), STRANGER)))
        .isEqualTo(StepUpFault.SIGNATURE);
    assertThat(
            refused(
                sign(
                    header()
                        .jwk(STRANGER.toPublicJWK())
                        .jwkURL(URI.create("https://example.org/keys"))
                        .build(),
                    good().build(),
                    STRANGER)))
        .isEqualTo(StepUpFault.SIGNATURE);
  }

  @Test
  void token_whoseHeaderAsksForMore_isRefused() {
    JWSHeader critical = header().criticalParams(Set.of("exp")).customParam("exp", 1).build();
    assertThat(refused(sign(critical, good().build(), key()))).isEqualTo(StepUpFault.ALGORITHM);
    JWSHeader logout = header().type(new JOSEObjectType("logout+jwt")).build();
    assertThat(refused(sign(logout, good().build(), key()))).isEqualTo(StepUpFault.TYPE);
  }

  @Test
  void token_changedAfterItWasSigned_isRefused() {
    String[] signed = sign(good().claim("acr", "silver").build()).split("\\.", -1);
    String gold = sign(good().build()).split("\\.", -1)[1];
    assertThat(refused(signed[0] + "." + gold + "." + signed[2])).isEqualTo(StepUpFault.SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c.d.e", "not a token"})
  void whatIsNoToken_isRefused(String text) {
    assertThat(refused(text)).isEqualTo(StepUpFault.MALFORMED);
  }

  @Test
  void token_beyondItsLength_isRefused() {
    String padding = new String(new byte[8192], US_ASCII).replace('\0', 'x');
    assertThat(refused(sign(good().claim("padding", padding).build())))
        .isEqualTo(StepUpFault.MALFORMED);
  }
}
