package org.safehand.systemtests.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.safehand.systemtests.gateway.Api;

/**
 * A signing key of the provider's that a test holds as well, so that tokens can be forged whose
 * signature is good and of which one thing alone is wrong. An operator adds it and takes it away.
 */
final class Mint {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final String COMPONENTS = "/admin/realms/safehand/components";

  private final Api operator;
  private final KeyPair key;
  private final String component;
  private final String keyId;

  private Mint(Api operator, KeyPair key, String component, String keyId) {
    this.operator = operator;
    this.key = key;
    this.component = component;
    this.keyId = keyId;
  }

  /** Adds the key, with which the provider itself does not sign. */
  static Mint in(Keycloak keycloak) throws Exception {
    Api operator = keycloak.operator();
    List<String> before = keyIds(keycloak);
    KeyPair key = newKey();
    String realm = operator.get("/admin/realms/safehand").json().path("id").asText();
    String provider =
        JSON.writeValueAsString(
            Map.of(
                "name",
                "mint-" + UUID.randomUUID(),
                "providerId",
                "rsa",
                "providerType",
                "org.keycloak.keys.KeyProvider",
                "parentId",
                realm,
                "config",
                Map.of(
                    "privateKey", List.of(pem(key.getPrivate())),
                    "priority", List.of("-100"),
                    "enabled", List.of("true"),
                    "active", List.of("true"),
                    "algorithm", List.of("RS256"))));
    Api.Answer added = operator.post(COMPONENTS, provider);
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    String location = added.header("Location");
    List<String> after = new ArrayList<>(keyIds(keycloak));
    after.removeAll(before);
    assertThat(after).hasSize(1);
    return new Mint(operator, key, location.substring(location.lastIndexOf('/') + 1), after.get(0));
  }

  /** Takes the key away: what was forged with it is worth nothing from then on. */
  void takeAway() throws Exception {
    assertThat(operator.send(operator.to(COMPONENTS + "/" + component).DELETE()).status())
        .isEqualTo(204);
  }

  private static List<String> keyIds(Keycloak keycloak) throws Exception {
    List<String> ids = new ArrayList<>();
    keycloak
        .stranger()
        .get("/realms/safehand/protocol/openid-connect/certs")
        .json()
        .path("keys")
        .forEach(one -> ids.add(one.path("kid").asText()));
    return ids;
  }

  /** What the header of a good token says. */
  ObjectNode header() {
    return JSON.createObjectNode().put("alg", "RS256").put("typ", "JWT").put("kid", keyId);
  }

  KeyPair key() {
    return key;
  }

  String signed(ObjectNode header, ObjectNode claims) throws Exception {
    return signed(header, claims, "SHA256withRSA", key.getPrivate());
  }

  static String signed(ObjectNode header, ObjectNode claims, String algorithm, PrivateKey by)
      throws Exception {
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(by);
    String input = input(header, claims);
    signature.update(input.getBytes(US_ASCII));
    return input + "." + BASE64URL.encodeToString(signature.sign());
  }

  /** Authenticated by a secret that is none. */
  static String authenticated(ObjectNode header, ObjectNode claims, byte[] secret)
      throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    String input = input(header, claims);
    return input + "." + BASE64URL.encodeToString(mac.doFinal(input.getBytes(US_ASCII)));
  }

  static String input(ObjectNode header, ObjectNode claims) throws IOException {
    return part(header) + "." + part(claims);
  }

  static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static String pem(Key key) {
    String kind = key instanceof PrivateKey ? "PRIVATE KEY" : "PUBLIC KEY";
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(
            kind,
            Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()),
            kind);
  }

  private static String part(JsonNode json) throws IOException {
    return BASE64URL.encodeToString(json.toString().getBytes(UTF_8));
  }
}
