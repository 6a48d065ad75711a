package org.safehand.exchange.send;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.apache.cxf.Bus;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.interceptor.Interceptor;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.soap.delivery.ReferralDelivery;
import org.safehand.soap.security.MessageSecurity;

/**
 * A proxy for one call to one endpoint: TLS 1.3 under the endpoint's own authority, messages signed
 * both ways, no redirect, an answer that is bounded in time and size.
 */
final class AgencyPort implements AutoCloseable {
  /** Both exist in TLS 1.3 only, so that no older version can be agreed on. */
  private static final List<String> TLS_1_3_SUITES =
      List.of("TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256");

  private static final Map<String, Object> LIMITS =
      Map.of(
          "org.apache.cxf.stax.maxTextLength",
          "65536",
          AttachmentDeserializer.ATTACHMENT_MAX_COUNT,
          "1");

  private final ReferralDelivery port;
  private final Client client;

  private AgencyPort(ReferralDelivery port) {
    this.port = requireNonNull(port, "port is null");
    this.client = ClientProxy.getClient(port);
  }

  static AgencyPort to(
      Endpoint endpoint, GatewayKeys keys, Bus bus, Duration connect, Duration answer)
      throws GeneralSecurityException, IOException {
    JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
    factory.setBus(bus);
    factory.setServiceClass(ReferralDelivery.class);
    factory.setAddress(endpoint.address());
    factory.setProperties(LIMITS);
    factory
        .getFeatures()
        .add(
            new MessageSecurity(
                keys.messages(endpoint.tlsCa()), new X500Principal(endpoint.signer())));
    AgencyPort made = new AgencyPort(factory.create(ReferralDelivery.class));
    made.client.getInInterceptors().add(new AnswerLimit());
    HTTPConduit conduit = (HTTPConduit) made.client.getConduit();
    conduit.setTlsClientParameters(tls(keys, endpoint.tlsCa()));
    conduit.setClient(policy(connect, answer));
    return made;
  }

  ReferralDelivery port() {
    return port;
  }

  void beforeSending(Interceptor<? extends Message> interceptor) {
    client.getOutInterceptors().add(interceptor);
  }

  private static HTTPClientPolicy policy(Duration connect, Duration answer) {
    HTTPClientPolicy policy = new HTTPClientPolicy();
    policy.setAllowChunking(true);
    policy.setAutoRedirect(false);
    policy.setMaxRetransmits(0);
    policy.setVersion("1.1");
    policy.setConnectionTimeout(connect.toMillis());
    policy.setReceiveTimeout(answer.toMillis());
    return policy;
  }

  private static TLSClientParameters tls(GatewayKeys keys, X509Certificate authority)
      throws GeneralSecurityException, IOException {
    TLSClientParameters tls = new TLSClientParameters();
    tls.setSecureSocketProtocol("TLSv1.3");
    tls.setCipherSuites(TLS_1_3_SUITES);
    tls.setKeyManagers(keys.connection());
    tls.setTrustManagers(only(authority));
    return tls;
  }

  private static TrustManager[] only(X509Certificate authority)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", authority);
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(trusted);
    return factory.getTrustManagers();
  }

  @Override
  public void close() throws IOException {
    ((Closeable) port).close();
  }
}
