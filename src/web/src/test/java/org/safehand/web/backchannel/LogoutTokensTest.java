package org.safehand.web.backchannel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safehand.web.backchannel.Provider.header;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LogoutTokensTest {
  private static final Provider PROVIDER = new Provider();

  private final LogoutTokens tokens =
      new LogoutTokens(
          Provider.ISSUER,
          Provider.CLIENT,
          PROVIDER.keys(),
          Clock.fixed(PROVIDER.now, ZoneOffset.UTC));

  @Test
  void token_ofTheProvider_signsOutThePersonsSession() throws Exception {
    assertThat(tokens.verify(PROVIDER.signed(PROVIDER.claims())))
        .isEqualTo(new SignedOut(Optional.of("person-1"), Optional.of("session-1")));
  }

  @Test
  void token_withoutASession_signsOutThePerson() throws Exception {
    assertThat(tokens.verify(PROVIDER.signed(PROVIDER.claims().claim("sid", null))))
        .isEqualTo(new SignedOut(Optional.of("person-1"), Optional.empty()));
  }

  @Test
  void token_usedTwice_isRefusedTheSecondTime() throws Exception {
    String token = PROVIDER.signed(PROVIDER.claims());
    tokens.verify(token);
    assertThatThrownBy(() -> tokens.verify(token))
        .isInstanceOf(LogoutTokenException.class)
        .hasMessageContaining("used before");
  }

  @ParameterizedTest
  @MethodSource("forged")
  void token_oneRuleAwayFromAGoodOne_isRefused(String what, String token) {
    assertThatThrownBy(() -> tokens.verify(token))
        .as(what)
        .isInstanceOf(LogoutTokenException.class);
  }

  static Stream<Arguments> forged() {
    return Stream.of(
            claimsAreWrong(),
            timesAreWrong(),
            signatureIsWrong(),
            Stream.of(arguments("empty", "")))
        .flatMap(cases -> cases);
  }

  private static Stream<Arguments> claimsAreWrong() {
    Map<String, Object> noEvent = Map.of("http://schemas.openid.net/event/other", Map.of());
    return Stream.of(
        token("another issuer", PROVIDER.claims().issuer("https://id.example.com/realms/safehand")),
        token("no issuer", PROVIDER.claims().issuer(null)),
        token("another client", PROVIDER.claims().audience("safehand-cli")),
        token("no audience", PROVIDER.claims().audience((String) null)),
        token("a nonce", PROVIDER.claims().claim("nonce", "n")),
        token("no event", PROVIDER.claims().claim("events", null)),
        token("another event", PROVIDER.claims().claim("events", noEvent)),
        token("no id", PROVIDER.claims().jwtID(null)),
        token("nobody", PROVIDER.claims().subject(null).claim("sid", null)));
  }

  private static Stream<Arguments> timesAreWrong() {
    return Stream.of(
        token("no time of issue", PROVIDER.claims().issueTime(null)),
        token(
            "made too long ago",
            PROVIDER.claims().issueTime(Date.from(PROVIDER.now.minusSeconds(121)))),
        token(
            "made in the future",
            PROVIDER.claims().issueTime(Date.from(PROVIDER.now.plusSeconds(31)))),
        token(
            "long expired",
            PROVIDER.claims().expirationTime(Date.from(PROVIDER.now.minusSeconds(31_000_000)))));
  }

  private static Stream<Arguments> signatureIsWrong() {
    String good = PROVIDER.signed(PROVIDER.claims());
    int dot = good.lastIndexOf('.');
    return Stream.of(
        arguments("signed by another key", PROVIDER.signedByAnother(PROVIDER.claims())),
        arguments("the public key as a secret", PROVIDER.signedWithThePublicKey(PROVIDER.claims())),
        arguments("unsigned", new PlainJWT(PROVIDER.claims().build()).serialize()),
        arguments("signature cut off", good.substring(0, dot + 1)),
        arguments("one bit of the signature", flipped(good, dot)),
        arguments("another algorithm", of(header(JWSAlgorithm.RS384))),
        arguments("typed as an access token", of(typed("at+jwt"))),
        arguments("not typed", of(header(JWSAlgorithm.RS256).type(null))),
        arguments("another key's name", of(header(JWSAlgorithm.RS256).keyID("other"))),
        arguments(
            "longer than any", PROVIDER.signed(PROVIDER.claims().claim("more", "x".repeat(8192)))));
  }

  private static com.nimbusds.jose.JWSHeader.Builder typed(String type) {
    return header(JWSAlgorithm.RS256).type(new JOSEObjectType(type));
  }

  private static String of(com.nimbusds.jose.JWSHeader.Builder header) {
    return PROVIDER.signed(header, PROVIDER.claims());
  }

  private static String flipped(String token, int dot) {
    byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1).getBytes(UTF_8));
    signature[0] ^= 1;
    return token.substring(0, dot + 1)
        + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  private static Arguments token(String what, JWTClaimsSet.Builder claims) {
    return arguments(what, PROVIDER.signed(claims));
  }

  private static Arguments arguments(String what, String token) {
    return Arguments.of(what, token);
  }

  @Test
  void tokens_seenLongAgo_areForgottenSoThatMemoryIsBounded() {
    SeenTokens seen = new SeenTokens(java.time.Duration.ofSeconds(150));
    for (String id : List.of("a", "b")) {
      assertThat(seen.first(id, PROVIDER.now)).isTrue();
      assertThat(seen.first(id, PROVIDER.now.plusSeconds(150))).isFalse();
      assertThat(seen.first(id, PROVIDER.now.plusSeconds(151))).isTrue();
    }
  }
}
