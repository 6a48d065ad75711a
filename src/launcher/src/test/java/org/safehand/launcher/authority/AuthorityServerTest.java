package org.safehand.launcher.authority;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.launcher.keyfile.Identity;

class AuthorityServerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:20:30.456Z");

  private static final BigInteger REVOKED = BigInteger.TWO;

  private final Path crls;
  private final BouncyCastleProvider provider = new BouncyCastleProvider();
  private Identity signer;
  private AuthorityServer server;

  AuthorityServerTest(@TempDir Path crls) {
    this.crls = crls;
  }

  @BeforeEach
  void start() throws Exception {
    signer = signer();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    OcspResponder responder =
        new OcspResponder(
            signer,
            signer.certificate(),
            serial -> serial.equals(REVOKED) ? Optional.of(NOW) : Optional.empty(),
            provider,
            clock);
    server =
        new AuthorityServer(
            0,
            new TimeStamps(signer, provider, new SecureRandom(), clock),
            Map.of("agency", responder),
            crls);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void query_withSha256_getsATokenOverItUnderOurPolicyAndClock() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest("sealed".getBytes(UTF_8));
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    TimeStampRequest query =
        generator.generate(NISTObjectIdentifiers.id_sha256, digest, BigInteger.valueOf(4711));
    TimeStampResponse answer = new TimeStampResponse(ask(query.getEncoded()).body());
    answer.validate(query);
    answer
        .getTimeStampToken()
        .validate(
            new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(provider)
                .build(signer.certificate()));
    assertThat(answer.getTimeStampToken().getTimeStampInfo().getPolicy().getId())
        .isEqualTo(TimeStamps.POLICY);
    assertThat(answer.getTimeStampToken().getTimeStampInfo().getGenTime().toInstant())
        .isEqualTo(NOW);
  }

  @Test
  void query_withSha1_isRejected() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-1").digest(new byte[] {1});
    TimeStampRequest query =
        new TimeStampRequestGenerator().generate(OIWObjectIdentifiers.idSHA1, digest);
    TimeStampResponse answer = new TimeStampResponse(ask(query.getEncoded()).body());
    assertThat(answer.getStatus()).isEqualTo(PKIStatus.REJECTION);
    assertThat(answer.getTimeStampToken()).isNull();
  }

  @Test
  void query_thatIsNoneOrTooLong_isRefused() throws Exception {
    assertThat(ask("hello".getBytes(UTF_8)).statusCode()).isEqualTo(400);
    assertThat(ask(new byte[5000]).statusCode()).isEqualTo(400);
  }

  @Test
  void request_aboutACertificate_getsItsStatusWithTheNonce() throws Exception {
    assertThat(status(REVOKED).getCertStatus()).isInstanceOf(RevokedStatus.class);
    assertThat(status(BigInteger.TEN).getCertStatus()).isSameAs(CertificateStatus.GOOD);
  }

  @Test
  void request_thatIsNoneOrForNobody_isRefused() throws Exception {
    assertThat(ask("/ocsp/agency", "hello".getBytes(UTF_8)).statusCode()).isEqualTo(400);
    assertThat(ask("/ocsp/agency", new byte[5000]).statusCode()).isEqualTo(400);
    assertThat(ask("/ocsp/tls", request(REVOKED).getEncoded()).statusCode()).isEqualTo(404);
  }

  private SingleResp status(BigInteger serial) throws Exception {
    OCSPReq request = request(serial);
    BasicOCSPResp answer =
        (BasicOCSPResp)
            new OCSPResp(ask("/ocsp/agency", request.getEncoded()).body()).getResponseObject();
    assertThat(
            answer.isSignatureValid(
                new JcaContentVerifierProviderBuilder()
                    .setProvider(provider)
                    .build(signer.certificate())))
        .isTrue();
    assertThat(answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
        .isEqualTo(request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce));
    return answer.getResponses()[0];
  }

  private OCSPReq request(BigInteger serial) throws Exception {
    CertificateID id =
        new CertificateID(
            new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
            new JcaX509CertificateHolder(signer.certificate()),
            serial);
    return new OCSPReqBuilder()
        .addRequest(id)
        .setRequestExtensions(
            new Extensions(
                new Extension(
                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                    false,
                    new DEROctetString(new byte[32]).getEncoded())))
        .build();
  }

  private HttpResponse<byte[]> ask(String path, byte[] request)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/ocsp-request")
            .POST(HttpRequest.BodyPublishers.ofByteArray(request)));
  }

  @Test
  void list_published_isServedAndNothingElseIs() throws Exception {
    Files.writeString(crls.resolve("tls.crl"), "list");
    assertThat(get("/crl/tls.crl").body()).isEqualTo("list".getBytes(UTF_8));
    assertThat(get("/crl/seal.crl").statusCode()).isEqualTo(404);
    assertThat(get("/crl/..%2f..%2fsecret.crl").statusCode()).isEqualTo(404);
    assertThat(get("/").statusCode()).isEqualTo(404);
  }

  private HttpResponse<byte[]> ask(byte[] query) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address("/tsa"))
            .header("Content-Type", "application/timestamp-query")
            .POST(HttpRequest.BodyPublishers.ofByteArray(query)));
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address(path)));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private Identity signer() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair pair = generator.generateKeyPair();
    X500Name name = new X500Name("CN=Stamps");
    Instant from = Instant.parse("2026-01-01T00:00:00Z");
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(from),
            Date.from(from.plusSeconds(40_000_000)),
            name,
            pair.getPublic());
    builder.addExtension(
        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    return new Identity(
        pair.getPrivate(),
        List.of(
            new JcaX509CertificateConverter()
                .getCertificate(
                    builder.build(
                        new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())))));
  }
}
