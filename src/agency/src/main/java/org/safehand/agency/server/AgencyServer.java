package org.safehand.agency.server;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import javax.xml.namespace.QName;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.annotations.SchemaValidation.SchemaValidationType;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http_jetty.JettyHTTPServerEngineFactory;
import org.safehand.agency.inbox.Inbox;
import org.safehand.soap.delivery.ReferralDelivery;
import org.safehand.soap.delivery.ReferralDeliveryService;
import org.safehand.soap.security.MessageSecurity;

/** One endpoint on the loopback interface, and nothing else that answers. */
public final class AgencyServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String PATH = "/delivery";

  /** The most characters of text in the signed part: the parser refuses more before any check. */
  private static final String MOST_TEXT = "65536";

  private final Bus bus;
  private final Server server;
  private final int port;

  private AgencyServer(Bus bus, Server server, int port) {
    this.bus = bus;
    this.server = server;
    this.port = port;
  }

  /**
   * Starts to answer.
   *
   * @param gatewaySigner subject of the certificate whose messages are accepted
   */
  public static AgencyServer start(
      int port, AgencyKeys keys, X500Principal gatewaySigner, Inbox inbox)
      throws IOException, GeneralSecurityException {
    Bus bus = BusFactory.newInstance().createBus();
    JettyHTTPServerEngineFactory jetty = bus.getExtension(JettyHTTPServerEngineFactory.class);
    jetty.setTLSServerParametersForPort(HOST, port, TransportSecurity.of(keys));
    JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
    factory.setBus(bus);
    factory.setServiceClass(ReferralDelivery.class);
    factory.setServiceBean(new DeliveryEndpoint(inbox));
    factory.setWsdlLocation("classpath:wsdl/referral-delivery.wsdl");
    factory.setServiceName(ReferralDeliveryService.SERVICE);
    factory.setEndpointName(
        new QName(ReferralDeliveryService.SERVICE.getNamespaceURI(), "ReferralDeliveryPort"));
    factory.setAddress("https://" + HOST + ":" + port + PATH);
    factory.setProperties(limits());
    factory.setFeatures(List.of(new MessageSecurity(keys.messageIdentity(), gatewaySigner)));
    return new AgencyServer(bus, factory.create(), port);
  }

  /** Where it answers. */
  public URI address() {
    return URI.create("https://localhost:" + port + PATH);
  }

  private static Map<String, Object> limits() {
    return Map.of(
        Message.SCHEMA_VALIDATION_ENABLED,
        SchemaValidationType.IN,
        AttachmentDeserializer.ATTACHMENT_MAX_COUNT,
        "1",
        "org.apache.cxf.stax.maxTextLength",
        MOST_TEXT);
  }

  @Override
  public void close() {
    server.stop();
    server.destroy();
    bus.shutdown(true);
  }
}
