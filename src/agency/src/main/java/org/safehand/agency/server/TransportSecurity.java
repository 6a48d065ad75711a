package org.safehand.agency.server;

import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.apache.cxf.configuration.jsse.TLSServerParameters;
import org.apache.cxf.configuration.security.ClientAuthentication;

/** TLS 1.3 and nothing older, with a client certificate under the gateway's authorities. */
final class TransportSecurity {
  private static final String TLS_1_3 = "TLSv1.3";

  private TransportSecurity() {}

  static TLSServerParameters of(AgencyKeys keys) throws GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys.tls(), keys.password());
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    trusted.init(keys.gateway());
    ClientAuthentication client = new ClientAuthentication();
    client.setWant(true);
    client.setRequired(true);
    TLSServerParameters tls = new TLSServerParameters();
    tls.setKeyManagers(own.getKeyManagers());
    tls.setTrustManagers(trusted.getTrustManagers());
    tls.setSecureSocketProtocol(TLS_1_3);
    tls.setIncludeProtocols(List.of(TLS_1_3));
    tls.setClientAuthentication(client);
    // one certificate and one host: there is no virtual host to mistake
    tls.setSniHostCheck(false);
    return tls;
  }
}
