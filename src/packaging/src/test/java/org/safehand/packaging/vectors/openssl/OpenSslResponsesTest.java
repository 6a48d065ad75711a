package org.safehand.packaging.vectors.openssl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPki;
import org.safehand.packaging.vectors.kinds.PackageVectors;
import org.safehand.packaging.vectors.splice.Spliced;

/** The OCSP responses in the seals of the suite, verified by OpenSSL. */
class OpenSslResponsesTest {
  private static final Map<X509Certificate, X509Certificate> ISSUERS =
      Map.of(
          FixedPki.SEAL.certificate(), FixedPki.SEAL_CA.certificate(),
          FixedPki.SEAL_CA.certificate(), FixedPki.ROOT.certificate(),
          FixedPki.TSA.certificate(), FixedPki.TSA_CA.certificate(),
          FixedPki.TSA_CA.certificate(), FixedPki.ROOT.certificate());

  @TempDir Path folder;

  @BeforeAll
  static void isHere() throws Exception {
    assumeTrue(OpenSsl.isHere(), "responses are not tried with openssl: there is no openssl 3");
  }

  static Stream<String> good() throws IOException {
    return Suite.kept(new PackageVectors()).names().stream()
        .filter(name -> name.startsWith("ok-response-"));
  }

  @ParameterizedTest
  @MethodSource("good")
  void everyResponseOfAValidVector_isAccepted(String name) throws Exception {
    List<byte[]> responses = responses(name);
    assertThat(responses).isNotEmpty();
    for (byte[] response : responses) {
      X509Certificate subject = subject(response);
      assertThat(answer(response, subject)).contains("Response verify OK");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signature",
        "by-another-of-the-name",
        "by-a-responder-of-another",
        "by-a-responder-for-something-else",
        "by-a-responder-that-is-not-inside"
      })
  void forgedResponse_isRefused(String name) throws Exception {
    for (byte[] response : responses("response-" + name)) {
      assertThat(answer(response, FixedPki.SEAL.certificate())).contains("Response Verify Failure");
    }
  }

  private String answer(byte[] response, X509Certificate subject) throws Exception {
    return new OpenSsl(folder)
        .respond(response, subject, ISSUERS.get(subject), FixedHotline.STAMPED)
        .output();
  }

  private static List<byte[]> responses(String name) throws IOException {
    byte[] file = Spliced.of(Suite.kept(new PackageVectors()).get(name));
    byte[] seal = Forgery.of(file).content(AsicNames.SEAL);
    List<byte[]> responses = new ArrayList<>();
    SignedData data = SignedData.getInstance(ContentInfo.getInstance(seal).getContent());
    for (ASN1Encodable choice : data.getCRLs()) {
      if (choice instanceof ASN1TaggedObject other) {
        responses.add(
            OtherRevocationInfoFormat.getInstance(other, false)
                .getInfo()
                .toASN1Primitive()
                .getEncoded("DER"));
      }
    }
    return responses;
  }

  /** Whom {@code response} is about. */
  private static X509Certificate subject(byte[] response) throws Exception {
    BasicOCSPResp basic = (BasicOCSPResp) new OCSPResp(response).getResponseObject();
    return ISSUERS.keySet().stream()
        .filter(
            subject ->
                subject
                    .getSerialNumber()
                    .equals(basic.getResponses()[0].getCertID().getSerialNumber()))
        .findFirst()
        .orElseThrow();
  }
}
