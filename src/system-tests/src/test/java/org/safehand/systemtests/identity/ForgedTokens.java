package org.safehand.systemtests.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What goes after {@code Authorization:}, each one thing away from a token that is accepted. */
final class ForgedTokens {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final Mint mint;
  private final ObjectNode claims;
  private final Map<String, String> all = new LinkedHashMap<>();

  private ForgedTokens(Mint mint, ObjectNode claims) {
    this.mint = mint;
    this.claims = claims;
  }

  /** Forged with {@code mint} after {@code genuine}, a token that the provider gave somebody. */
  static Map<String, String> of(Mint mint, String genuine, String webSecret) throws Exception {
    ForgedTokens forged = new ForgedTokens(mint, (ObjectNode) Keycloak.claims(genuine));
    forged.credentials(genuine);
    forged.algorithms(webSecret);
    forged.keys();
    forged.issuersAndAudiences();
    forged.kindsAndLevels();
    forged.times();
    forged.spoilt();
    return forged.all;
  }

  /** The token that nothing is wrong with. */
  static String good(Mint mint, String genuine) throws Exception {
    return mint.signed(mint.header(), (ObjectNode) Keycloak.claims(genuine));
  }

  private void credentials(String genuine) {
    all.put("no token after Bearer", "Bearer");
    all.put("an empty token", "Bearer ");
    all.put("no JWT", "Bearer abc");
    all.put("three parts of nothing", "Bearer a.b.c");
    all.put("another scheme", "Basic " + BASE64URL.encodeToString("officer1:x".getBytes(UTF_8)));
    all.put("another scheme with the token", "Token " + genuine);
    all.put("the token twice", "Bearer " + genuine + genuine);
    all.put("two tokens with a comma", "Bearer " + genuine + "," + genuine);
    all.put("without its signature", "Bearer " + genuine.substring(0, genuine.lastIndexOf('.')));
    all.put(
        "with an empty signature", "Bearer " + genuine.substring(0, genuine.lastIndexOf('.') + 1));
  }

  private void algorithms(String webSecret) throws Exception {
    for (String none : List.of("none", "None", "NONE", "nOnE")) {
      ObjectNode header = mint.header().put("alg", none);
      all.put("algorithm " + none, "Bearer " + Mint.input(header, claims) + ".");
    }
    ObjectNode without = JSON.createObjectNode().put("alg", "none");
    all.put("algorithm none without a key", "Bearer " + Mint.input(without, claims) + ".");
    ObjectNode hmac = mint.header().put("alg", "HS256");
    byte[] der = mint.key().getPublic().getEncoded();
    byte[] pem = Mint.pem(mint.key().getPublic()).getBytes(UTF_8);
    all.put("public key as a secret", "Bearer " + Mint.authenticated(hmac, claims, der));
    all.put("public key as PEM as a secret", "Bearer " + Mint.authenticated(hmac, claims, pem));
    all.put(
        "secret of the client",
        "Bearer " + Mint.authenticated(hmac, claims, webSecret.getBytes(UTF_8)));
    other("RS384", "SHA384withRSA");
    other("RS512", "SHA512withRSA");
    signed("algorithm of another family", mint.header().put("alg", "ES256"), claims);
    ObjectNode header = mint.header();
    header.remove("alg");
    signed("no algorithm", header, claims);
  }

  private void other(String name, String algorithm) throws Exception {
    ObjectNode header = mint.header().put("alg", name);
    all.put(name, "Bearer " + Mint.signed(header, claims, algorithm, mint.key().getPrivate()));
  }

  private void keys() throws Exception {
    ObjectNode without = mint.header();
    without.remove("kid");
    signed("no key named", without, claims);
    for (String id : List.of("unknown", "../../certs", "' or 1=1 --", "")) {
      signed("key named " + id, mint.header().put("kid", id), claims);
    }
    KeyPair own = Mint.newKey();
    ownKey("a key of one's own", own, mint.header());
    ObjectNode jwk = mint.header();
    jwk.set("jwk", jwk(own));
    ownKey("a key of one's own in jwk", own, jwk);
    ObjectNode away = mint.header().put("jku", "https://localhost:9/certs").put("kid", "own");
    ownKey("a key of one's own at jku", own, away);
    ObjectNode x5u = mint.header().put("x5u", "https://localhost:9/cert").put("kid", "own");
    ownKey("a key of one's own at x5u", own, x5u);
    ObjectNode x5c = mint.header();
    x5c.putArray("x5c").add(Base64.getEncoder().encodeToString(own.getPublic().getEncoded()));
    ownKey("a key of one's own in x5c", own, x5c);
    ObjectNode critical = mint.header().put("exp", 1);
    critical.putArray("crit").add("exp");
    signed("a critical extension", critical, claims);
  }

  private void ownKey(String what, KeyPair own, ObjectNode header) throws Exception {
    all.put(what, "Bearer " + Mint.signed(header, claims, "SHA256withRSA", own.getPrivate()));
  }

  private static ObjectNode jwk(KeyPair pair) {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return JSON.createObjectNode()
        .put("kty", "RSA")
        .put("n", BASE64URL.encodeToString(key.getModulus().toByteArray()))
        .put("e", BASE64URL.encodeToString(key.getPublicExponent().toByteArray()));
  }

  private void issuersAndAudiences() throws Exception {
    changed("another issuer", it -> it.put("iss", "https://localhost:9/realms/safehand"));
    changed(
        "the master realm",
        it -> it.put("iss", it.path("iss").asText().replace("safehand", "master")));
    changed("an issuer with a slash more", it -> it.put("iss", it.path("iss").asText() + "/"));
    changed("no issuer", it -> it.remove("iss"));
    changed("another audience", it -> it.put("aud", "account"));
    changed("other audiences", it -> it.putArray("aud").add("account").add("safehand-cli"));
    changed("no audience", it -> it.remove("aud"));
    changed("an empty audience", it -> it.putArray("aud"));
    for (String client : List.of("account", "safehand-step-up", "safehand-machine-north", "")) {
      changed("issued to " + client, it -> it.put("azp", client));
    }
    changed("issued to nobody", it -> it.remove("azp"));
  }

  private void kindsAndLevels() throws Exception {
    for (String kind : List.of("ID", "Refresh", "Logout", "bearer ", "")) {
      changed("of kind " + kind, it -> it.put("typ", kind));
    }
    changed("of no kind", it -> it.remove("typ"));
    for (String level : List.of("silver", "1", "2", "0", "")) {
      changed("at level " + level, it -> it.put("acr", level));
    }
    changed("at no level", it -> it.remove("acr"));
    changed("of nobody", it -> it.remove("sub"));
  }

  private void times() throws Exception {
    long now = Instant.now().getEpochSecond();
    changed("just expired", it -> it.put("exp", now - 1));
    changed("long expired", it -> it.put("exp", now - 86_400));
    changed("without an end", it -> it.remove("exp"));
    changed("ended in 1970", it -> it.put("exp", 0));
    changed("not valid yet", it -> it.put("nbf", now + 600));
  }

  private void spoilt() throws Exception {
    String good = mint.signed(mint.header(), claims);
    all.put("a bit of the signature", "Bearer " + flipped(good, good.length() - 20));
    all.put("a bit of the claims", "Bearer " + flipped(good, good.indexOf('.') + 20));
    all.put("a bit of the header", "Bearer " + flipped(good, 5));
    all.put("cut off", "Bearer " + good.substring(0, good.length() - 4));
    all.put("a character more", "Bearer " + good + "A");
    all.put("a part more", "Bearer " + good + ".e30");
    String[] parts = good.split("\\.", -1);
    all.put("claims of nothing", "Bearer " + parts[0] + ".e30." + parts[2]);
    all.put("a header of nothing", "Bearer e30." + parts[1] + "." + parts[2]);
  }

  private static String flipped(String token, int at) {
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  private void changed(String what, Consumer<ObjectNode> change) throws Exception {
    ObjectNode other = claims.deepCopy();
    change.accept(other);
    signed(what, mint.header(), other);
  }

  private void signed(String what, ObjectNode header, ObjectNode said) throws Exception {
    if (all.put(what, "Bearer " + mint.signed(header, said)) != null) {
      throw new IOException("twice: " + what);
    }
  }
}
