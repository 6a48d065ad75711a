package org.safehand.agency.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.xml.soap.SOAPMessage;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.agency.inbox.AcceptedPackage;
import org.safehand.agency.inbox.DeliveryCode;
import org.safehand.agency.inbox.DeliveryRefusal;
import org.safehand.agency.inbox.PackageAcceptance;
import org.safehand.agency.receipt.SignedReceipt;
import org.safehand.custody.digest.Digest;
import org.safehand.soap.delivery.Manifest;

/** Real messages over real TLS. What the package is worth is decided elsewhere and given here. */
final class AgencyServerTest {
  private static final String ID = "0190f8a4-0000-7000-8000-000000000001";
  private static final byte[] CONTENT = content(300_000);
  private static final PackageAcceptance TAKES_ALL = (asice, announced) -> new AcceptedPackage("c");

  private Path data;
  private TestAgency agency;
  private TestGateway gateway;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    data = folder;
    agency = new TestAgency(folder, TAKES_ALL);
    gateway = new TestGateway(agency.address());
  }

  @AfterEach
  void stop() throws Exception {
    agency.close();
  }

  private void restart(PackageAcceptance acceptance) throws Exception {
    agency.close();
    agency = new TestAgency(data, acceptance);
    gateway = new TestGateway(agency.address());
  }

  @Test
  void package_delivered_isKeptAndReceipted() throws Exception {
    byte[] cms = gateway.deliver(TestGateway.manifest(ID, CONTENT), CONTENT).getCms();

    assertThat(data.resolve(ID).resolve("package.asice")).hasBinaryContent(CONTENT);
    assertThat(data.resolve(ID).resolve("receipt.p7m")).hasBinaryContent(cms);
    var statement = SignedReceipt.ofBytes(cms).statement();
    assertThat(statement.dispatchId()).isEqualTo(ID);
    assertThat(statement.agency()).isEqualTo(TestAgency.ID);
    assertThat(statement.packageDigest()).isEqualTo(Digest.of(CONTENT, new byte[] {2}));
  }

  @Test
  void package_deliveredAgain_getsTheSameReceiptAlsoAfterARestart() throws Exception {
    Manifest manifest = TestGateway.manifest(ID, CONTENT);
    byte[] first = gateway.deliver(manifest, CONTENT).getCms();
    byte[] second = gateway.deliver(manifest, CONTENT).getCms();
    restart(TAKES_ALL);
    byte[] third = gateway.deliver(manifest, CONTENT).getCms();

    assertThat(second).isEqualTo(first);
    assertThat(third).isEqualTo(first);
    assertThat(gateway.receiptFor(ID).getCms()).isEqualTo(first);
  }

  @Test
  void otherPackage_underAKnownId_isAConflict() throws Exception {
    gateway.deliver(TestGateway.manifest(ID, CONTENT), CONTENT);
    byte[] other = content(1000);

    assertThat(TestGateway.faultOf(() -> gateway.deliver(TestGateway.manifest(ID, other), other)))
        .isEqualTo("dispatch-digest-conflict");
    assertThat(data.resolve(ID).resolve("package.asice")).hasBinaryContent(CONTENT);
  }

  @Test
  void receipt_neverGiven_isNotFound() throws Exception {
    assertThat(TestGateway.faultOf(() -> gateway.receiptFor(UUID.randomUUID().toString())))
        .isEqualTo("receipt-not-found");
  }

  @Test
  void part_shorterThanDeclared_isTruncated() throws Exception {
    Manifest manifest = TestGateway.manifest(ID, CONTENT);
    manifest.setSize(CONTENT.length + 1L);
    assertRefused(manifest, "delivery-truncated");
  }

  @Test
  void part_longerThanDeclared_isRefused() throws Exception {
    Manifest manifest = TestGateway.manifest(ID, CONTENT);
    manifest.setSize(CONTENT.length - 1L);
    assertRefused(manifest, "delivery-longer");
  }

  @Test
  void part_withAnotherDigest_isRefused() throws Exception {
    Manifest manifest = TestGateway.manifest(ID, CONTENT);
    manifest.setSha256(Digest.of(new byte[] {9}).bytes());
    assertRefused(manifest, "delivery-digest-mismatch");
  }

  @Test
  void manifest_declaringTooMuch_isRefusedBeforeTheFirstByte() throws Exception {
    Manifest manifest = TestGateway.manifest(ID, CONTENT);
    manifest.setSize(TestAgency.MAX_BYTES + 1);
    assertRefused(manifest, "delivery-too-large");
  }

  @Test
  void package_notAddressedHere_isRefused() throws Exception {
    restart(
        (asice, announced) -> {
          throw new DeliveryRefusal(DeliveryCode.DELIVERY_NOT_FOR_US, "for somebody else");
        });
    assertRefused(TestGateway.manifest(ID, CONTENT), "delivery-not-for-us");
  }

  @Test
  void message_unsigned_isRefused() throws Exception {
    gateway.unsigned();
    assertSecurityFault();
  }

  @Test
  void message_signedByAnotherOfTheSameAuthority_isRefused() throws Exception {
    gateway.signedBy(TestAgency.GATEWAY_CA.issue("other", "CN=other,O=Hotline"));
    assertThatThrownBy(() -> gateway.deliver(TestGateway.manifest(ID, CONTENT), CONTENT))
        .isInstanceOf(SOAPFaultException.class)
        .hasMessageContaining("security");
    assertNothingKept();
  }

  @Test
  void message_signedUnderAnotherAuthorityWithTheRightName_isRefused() throws Exception {
    gateway.signedBy(
        new TestAuthority("CN=Gateways,O=Hotline")
            .issue("gateway", TestAgency.GATEWAY_SIGNER.getName()));
    assertThatThrownBy(() -> gateway.deliver(TestGateway.manifest(ID, CONTENT), CONTENT))
        .isInstanceOf(SOAPFaultException.class)
        .hasMessageContaining("security");
    assertNothingKept();
  }

  @Test
  void message_broughtByAnotherOrganisation_isRefused() throws Exception {
    gateway.connectedAs(TestAgency.GATEWAY_CA.issue("client", "CN=client,O=Another Hotline"));
    assertRefused(TestGateway.manifest(ID, CONTENT), "delivery-sender-mismatch");
  }

  @Test
  void body_changedAfterSigning_isRefused() throws Exception {
    gateway.changed(client -> client.getOutInterceptors().add(new ChangedBody()));
    assertThatThrownBy(() -> gateway.deliver(TestGateway.manifest(ID, CONTENT), CONTENT))
        .isInstanceOf(SOAPFaultException.class)
        .hasMessageContaining("security");
    assertNothingKept();
  }

  @Test
  void connection_withoutAKnownCertificate_isRefused() throws Exception {
    gateway.connectedAs(new TestAuthority("CN=Nobody").issue("client", "CN=client,O=Hotline"));
    assertThatThrownBy(() -> gateway.receiptFor(ID)).hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void server_started_publishesOneEndpointAndNothingElse() throws Exception {
    gateway = new TestGateway(agency.address().resolve("/"));
    assertThatThrownBy(() -> gateway.receiptFor(ID)).hasStackTraceContaining("404");
    gateway = new TestGateway(agency.address().resolve("/ReferralDeliveryService"));
    assertThatThrownBy(() -> gateway.receiptFor(ID)).hasStackTraceContaining("404");
  }

  private void assertRefused(Manifest manifest, String code) throws Exception {
    assertThat(TestGateway.faultOf(() -> gateway.deliver(manifest, CONTENT))).isEqualTo(code);
    assertNothingKept();
  }

  private void assertSecurityFault() throws Exception {
    assertThatThrownBy(() -> gateway.deliver(TestGateway.manifest(ID, CONTENT), CONTENT))
        .isInstanceOf(SOAPFaultException.class);
    assertNothingKept();
  }

  private void assertNothingKept() {
    assertThat(data.resolve(ID)).doesNotExist();
    assertThat(data.resolve(".incoming")).isEmptyDirectory();
  }

  private static byte[] content(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  /** Changes one digit of the signed dispatch id on its way out. */
  private static final class ChangedBody extends AbstractSoapInterceptor {
    ChangedBody() {
      super(Phase.POST_PROTOCOL);
      addAfter(WSS4JOutInterceptor.class.getName() + "$WSS4JOutInterceptorInternal");
    }

    @Override
    public void handleMessage(SoapMessage message) {
      try {
        SOAPMessage soap = message.getContent(SOAPMessage.class);
        var id = soap.getSOAPBody().getElementsByTagNameNS("*", "dispatchId").item(0);
        id.setTextContent(id.getTextContent().replace("01", "02"));
      } catch (jakarta.xml.soap.SOAPException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
