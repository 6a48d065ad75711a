package org.safehand.systemtests.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A client's assertion of who it is (RFC 7523, section 3), with whatever claims a test wants. */
final class Assertion {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final Map<String, Object> header = new HashMap<>(Map.of("alg", "ES256"));
  private final Map<String, Object> claims = new HashMap<>();
  private final PrivateKey key;

  private Assertion(PrivateKey key) {
    this.key = key;
  }

  /** One that the provider takes from {@code client}. */
  static Assertion of(String client, String keyId, PrivateKey key, String issuer) {
    Assertion assertion = new Assertion(key);
    assertion.header.put("kid", keyId);
    Instant now = Instant.now();
    assertion.claims.put("iss", client);
    assertion.claims.put("sub", client);
    assertion.claims.put("aud", issuer);
    assertion.claims.put("jti", UUID.randomUUID().toString());
    assertion.claims.put("iat", now.getEpochSecond());
    assertion.claims.put("exp", now.plusSeconds(60).getEpochSecond());
    return assertion;
  }

  Assertion claiming(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  Assertion headed(String name, Object value) {
    header.put(name, value);
    return this;
  }

  /** The compact form, signed with ES256 (RFC 7515, section 7.1; RFC 7518, section 3.4). */
  String compact() throws Exception {
    String content = part(header) + "." + part(claims);
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(key);
    signature.update(content.getBytes(US_ASCII));
    return content + "." + BASE64URL.encodeToString(signature.sign());
  }

  private static String part(Map<String, Object> json) throws Exception {
    return BASE64URL.encodeToString(JSON.writeValueAsString(json).getBytes(UTF_8));
  }

  /** A private key in PKCS #8 PEM. */
  static PrivateKey key(Path pem) throws Exception {
    String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----", "");
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
  }

  /** A key that nobody knows. */
  static PrivateKey strangersKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), new SecureRandom());
    return generator.generateKeyPair().getPrivate();
  }
}
