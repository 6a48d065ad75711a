package org.safehand.agency.server;

import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URI;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.apache.cxf.attachment.AttachmentImpl;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.HTTPConduit;
import org.safehand.custody.digest.Digest;
import org.safehand.soap.delivery.Deliver;
import org.safehand.soap.delivery.DeliveryRefused;
import org.safehand.soap.delivery.Manifest;
import org.safehand.soap.delivery.Receipt;
import org.safehand.soap.delivery.ReceiptFor;
import org.safehand.soap.delivery.ReferralDelivery;
import org.safehand.soap.security.MessageIdentity;
import org.safehand.soap.security.MessageSecurity;

/** A sender of real messages, good or bad ones. Each call has its own proxy. */
final class TestGateway {
  static final KeyStore SIGNER =
      TestAgency.GATEWAY_CA.issue("gateway", TestAgency.GATEWAY_SIGNER.getName());
  private static final KeyStore CLIENT =
      TestAgency.GATEWAY_CA.issue("client", "CN=gateway client,O=Hotline");

  private final URI address;
  private KeyStore signer = SIGNER;
  private KeyStore client = CLIENT;
  private boolean signs = true;
  private Consumer<Client> change = any -> {};

  TestGateway(URI address) {
    this.address = address;
  }

  TestGateway signedBy(KeyStore other) {
    signer = other;
    return this;
  }

  TestGateway connectedAs(KeyStore other) {
    client = other;
    return this;
  }

  TestGateway unsigned() {
    signs = false;
    return this;
  }

  TestGateway changed(Consumer<Client> how) {
    change = how;
    return this;
  }

  static Manifest manifest(String dispatchId, byte[] content) {
    Manifest manifest = new Manifest();
    manifest.setDispatchId(dispatchId);
    manifest.setSealDigest(Digest.of(new byte[] {1}).bytes());
    manifest.setPackageDigest(Digest.of(content, new byte[] {2}).bytes());
    manifest.setSize(content.length);
    manifest.setSha256(Digest.of(content).bytes());
    return manifest;
  }

  Receipt deliver(Manifest manifest, byte[] content) throws Exception {
    ReferralDelivery port = port();
    attach(ClientProxy.getClient(port), "package@safehand", content);
    Deliver request = new Deliver();
    request.setManifest(manifest);
    request.setContentId("package@safehand");
    return port.deliver(request);
  }

  Receipt receiptFor(String dispatchId) throws Exception {
    ReceiptFor request = new ReceiptFor();
    request.setDispatchId(dispatchId);
    return port().receiptFor(request);
  }

  /** The code of the signed fault that {@code call} ends in. */
  static String faultOf(Call call) throws Exception {
    try {
      call.run();
    } catch (DeliveryRefused e) {
      return e.getFaultInfo().getCode();
    }
    throw new AssertionError("no fault");
  }

  interface Call {
    void run() throws Exception;
  }

  private ReferralDelivery port() throws Exception {
    JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
    factory.setServiceClass(ReferralDelivery.class);
    factory.setAddress(address.toString());
    if (signs) {
      MessageIdentity identity =
          MessageIdentity.of(
              signer,
              signer.aliases().nextElement(),
              TestAuthority.PASSWORD,
              List.of(TestAgency.AGENCY_CA.certificate()));
      factory.getFeatures().add(new MessageSecurity(identity, TestAgency.AGENCY_SIGNER));
    }
    ReferralDelivery port = factory.create(ReferralDelivery.class);
    Client proxied = ClientProxy.getClient(port);
    HTTPConduit conduit = (HTTPConduit) proxied.getConduit();
    conduit.setTlsClientParameters(tls());
    conduit.getClient().setAllowChunking(true);
    change.accept(proxied);
    return port;
  }

  private TLSClientParameters tls() throws Exception {
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(client, TestAuthority.PASSWORD);
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    trusted.init(TestAgency.AGENCY_CA.trusted());
    TLSClientParameters tls = new TLSClientParameters();
    tls.setKeyManagers(own.getKeyManagers());
    tls.setTrustManagers(trusted.getTrustManagers());
    tls.setSecureSocketProtocol("TLSv1.3");
    return tls;
  }

  private static void attach(Client client, String id, byte[] content) {
    client
        .getOutInterceptors()
        .add(
            new AbstractPhaseInterceptor<Message>(Phase.SETUP) {
              @Override
              public void handleMessage(Message message) {
                AttachmentImpl part =
                    new AttachmentImpl(
                        id,
                        new DataHandler(
                            new ByteArrayDataSource(content, "application/octet-stream")));
                part.setXOP(false);
                message.setAttachments(new ArrayList<>(List.of(part)));
              }
            });
  }
}
