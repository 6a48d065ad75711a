package org.safehand.web.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A small identity provider over TLS, which checks what the gateway sends as a real one does:
 * client assertion, PKCE and redirect address. A person who is asked answers at once.
 */
public final class TestProviderServer implements AutoCloseable {
  public static final URI CALLBACK = URI.create("https://gateway.example.org/stepup/callback");
  private static final String PATH = "/realms/safehand";
  private static final char[] PASSWORD = "not-a-secret".toCharArray();

  private final HttpsServer server;
  private final KeyPair clientKey = pair();
  private final Path folder;
  private final List<Map<String, List<String>>> pushed = new ArrayList<>();
  private UnaryOperator<JWTClaimsSet.Builder> change = claims -> claims;

  public TestProviderServer(Path folder)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    this.folder = folder;
    KeyPair key = pair();
    X509Certificate certificate = certificate(key);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls(key, certificate)));
    server.createContext(PATH + "/.well-known/openid-configuration", this::metadata);
    server.createContext(PATH + "/keys", this::keys);
    server.createContext(PATH + "/par", this::push);
    server.createContext(PATH + "/token", this::token);
    server.start();
    KeyStore trust = store();
    trust.setCertificateEntry("root", certificate);
    try (var out = Files.newOutputStream(folder.resolve("trust-tls.p12"))) {
      trust.store(out, PASSWORD);
    }
    Files.writeString(folder.resolve("step-up.pem"), pem(clientKey));
  }

  public URI issuer() {
    return URI.create("https://localhost:" + server.getAddress().getPort() + PATH);
  }

  public SSLSocketFactory trust() {
    return ProviderTls.trusting(folder.resolve("trust-tls.p12"), new String(PASSWORD));
  }

  /** The gateway's key, which this provider knows. */
  public Path clientKey() {
    return folder.resolve("step-up.pem");
  }

  /** What was pushed, parameter by parameter. */
  public List<Map<String, List<String>>> pushed() {
    return pushed;
  }

  /** The ID tokens from now on say something else. */
  public void changing(UnaryOperator<JWTClaimsSet.Builder> claims) {
    change = claims;
  }

  /** The address that the person's browser is sent to, with the code for what was pushed last. */
  public URI answer() {
    String issuer = URLEncoder.encode(issuer().toString(), UTF_8);
    return URI.create(
        "%s?state=%s&iss=%s&code=the-code-of-%2$s".formatted(CALLBACK, last("state"), issuer));
  }

  private void metadata(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
         "pushed_authorization_request_endpoint": "%1$s/par", "jwks_uri": "%1$s/keys",
         "subject_types_supported": ["public"], "response_types_supported": ["code"],
         "id_token_signing_alg_values_supported": ["RS256"]}"""
            .formatted(issuer()));
  }

  private void keys(HttpExchange exchange) throws IOException {
    answer(exchange, 200, "{\"keys\":[" + TestProvider.key().toPublicJWK().toJSONString() + "]}");
  }

  private void push(HttpExchange exchange) throws IOException {
    Map<String, List<String>> form = form(exchange);
    if (!isOurClient(form)) {
      answer(exchange, 401, "{\"error\":\"invalid_client\"}");
      return;
    }
    pushed.add(form);
    answer(exchange, 201, "{\"request_uri\":\"urn:example:1\",\"expires_in\":60}");
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, List<String>> form = form(exchange);
    boolean good =
        isOurClient(form)
            && one(form, "code").equals("the-code-of-" + last("state"))
            && one(form, "redirect_uri").equals(CALLBACK.toString())
            && challenge(one(form, "code_verifier")).equals(last("code_challenge"));
    if (!good) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    String token =
        TestProvider.sign(
            change
                .apply(
                    TestProvider.claims(ClientKey.CLIENT, last("nonce"), Instant.now())
                        .issuer(issuer().toString()))
                .build());
    answer(
        exchange,
        200,
        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":240,\"id_token\":\""
            + token
            + "\"}");
  }

  private String last(String name) {
    return one(pushed.get(pushed.size() - 1), name);
  }

  private static String one(Map<String, List<String>> form, String name) {
    return form.getOrDefault(name, List.of("")).get(0);
  }

  private boolean isOurClient(Map<String, List<String>> form) {
    try {
      SignedJWT assertion = SignedJWT.parse(one(form, "client_assertion"));
      JWTClaimsSet claims = assertion.getJWTClaimsSet();
      return assertion.verify(new ECDSAVerifier((ECPublicKey) clientKey.getPublic()))
          && "step-up-1".equals(assertion.getHeader().getKeyID())
          && claims.getSubject().equals(ClientKey.CLIENT)
          && claims.getIssuer().equals(ClientKey.CLIENT)
          && claims.getAudience().equals(List.of(issuer().toString()))
          && claims.getExpirationTime().toInstant().isAfter(Instant.now());
    } catch (Exception e) {
      return false;
    }
  }

  private static Map<String, List<String>> form(HttpExchange exchange) throws IOException {
    return URLUtils.parseParameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] bytes = json.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static String pem(KeyPair key) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  private static KeyStore store() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static SSLContext tls(KeyPair key, X509Certificate certificate)
      throws IOException, GeneralSecurityException {
    KeyStore own = store();
    own.setKeyEntry("server", key.getPrivate(), PASSWORD, new Certificate[] {certificate});
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(own, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static X509Certificate certificate(KeyPair key)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    X500Name name = new X500Name("CN=localhost");
    Instant now = Instant.now();
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.ONE,
                    Date.from(now.minusSeconds(3600)),
                    Date.from(now.plusSeconds(3600)),
                    name,
                    key.getPublic())
                .addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
