package org.safehand.launcher.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CRL;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.launcher.keyfile.Identity;
import org.safehand.launcher.keyfile.KeyStoreFile;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DevelopmentPkiTest {
  private static final String PASSWORD = "only for this test";

  private final Path temporary;
  private AuthorityFiles files;
  private RevocationLists lists;
  private final KeyStoreFile store = new KeyStoreFile(PASSWORD);

  DevelopmentPkiTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @BeforeAll
  void make() throws Exception {
    BouncyCastleProvider provider = new BouncyCastleProvider();
    files = new AuthorityFiles(temporary.resolve("authorities"), PASSWORD);
    lists = new RevocationLists(files, temporary.resolve("crl"), provider, Clock.systemUTC());
    DevelopmentPki pki =
        new DevelopmentPki(
            files, "http://localhost:8190/crl", provider, new SecureRandom(), Clock.systemUTC());
    assertThat(pki.complete()).isFalse();
    pki.make(
        new CertificateFolders(
            temporary.resolve("pki"),
            temporary.resolve("agency"),
            temporary.resolve("south"),
            PASSWORD));
    assertThat(pki.complete()).isTrue();
    pki.makeResponders();
    lists.publish();
  }

  @Test
  void everyKey_leadsToTheRoot_andIsNotRevoked() throws Exception {
    for (Identity identity :
        List.of(
            key("pki/gateway-seal.p12", "seal"),
            key("pki/gateway-tls.p12", "server"),
            key("pki/gateway-client.p12", "client"),
            key("pki/gateway-wss.p12", "gateway"),
            key("agency/tls.p12", "server"),
            key("agency/sign.p12", "agency"),
            key("agency/machine.p12", "machine"),
            key("south/sign.p12", "agency"),
            files.timeStampSigner(),
            files.responder("agency"))) {
      validate(identity.chain());
    }
  }

  @Test
  void certificate_revoked_isRefusedAfterTheNextList() throws Exception {
    Identity client = key("pki/gateway-client.p12", "client");
    RevocationLists elsewhere =
        new RevocationLists(
            files, temporary.resolve("crl"), new BouncyCastleProvider(), Clock.systemUTC());
    elsewhere.revoke("tls", client.certificate().getSerialNumber());
    try {
      assertThatExceptionOfType(CertPathValidatorException.class)
          .isThrownBy(() -> validate(client.chain()))
          .satisfies(
              e ->
                  assertThat(e.getReason())
                      .isEqualTo(CertPathValidatorException.BasicReason.REVOKED));
    } finally {
      Files.delete(temporary.resolve("authorities/tls.revoked"));
      lists.publish();
    }
  }

  @Test
  void timeStampCertificate_servesNothingElse() throws Exception {
    X509Certificate certificate = files.timeStampSigner().certificate();
    assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.8");
    assertThat(certificate.getCriticalExtensionOIDs()).contains(Extension.extendedKeyUsage.getId());
  }

  @Test
  void purposes_haveDifferentIntermediates() throws Exception {
    assertThat(key("pki/gateway-seal.p12", "seal").certificate().getIssuerX500Principal())
        .isNotEqualTo(key("agency/sign.p12", "agency").certificate().getIssuerX500Principal());
  }

  @Test
  void root_isInNoChainThatIsSent() throws Exception {
    assertThat(key("pki/gateway-tls.p12", "server").chain()).doesNotContain(files.root());
  }

  private Identity key(String file, String alias) throws Exception {
    return store.read(temporary.resolve(file), alias);
  }

  private void validate(List<X509Certificate> chain) throws Exception {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(files.root(), null)));
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(crls(factory))));
    parameters.setRevocationEnabled(true);
    CertPathValidator.getInstance("PKIX").validate(factory.generateCertPath(chain), parameters);
  }

  private List<CRL> crls(CertificateFactory factory) throws Exception {
    List<CRL> crls = new ArrayList<>();
    try (Stream<Path> paths = Files.list(temporary.resolve("crl"))) {
      for (Path path : paths.toList()) {
        crls.add(crl(factory, path));
      }
    }
    assertThat(crls).hasSize(AuthorityFiles.names().size());
    return crls;
  }

  private static CRL crl(CertificateFactory factory, Path path)
      throws GeneralSecurityException, IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return factory.generateCRL(in);
    }
  }
}
