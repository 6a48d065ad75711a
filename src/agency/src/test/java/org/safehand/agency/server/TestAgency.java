package org.safehand.agency.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import javax.security.auth.x500.X500Principal;
import org.safehand.agency.inbox.Inbox;
import org.safehand.agency.inbox.PackageAcceptance;

/** A real agency server on a free port, whose keys live for one test run. */
public final class TestAgency implements AutoCloseable {
  public static final String ID = "AG-N-001";
  public static final long MAX_BYTES = 64L << 20;
  public static final TestAuthority AGENCY_CA = new TestAuthority("CN=Agencies,O=Police");
  public static final TestAuthority GATEWAY_CA = new TestAuthority("CN=Gateways,O=Hotline");
  public static final X500Principal GATEWAY_SIGNER = new X500Principal("CN=gateway,O=Hotline");
  public static final X500Principal AGENCY_SIGNER = new X500Principal("CN=agency,O=Police");
  public static final KeyStore SIGN = AGENCY_CA.issue("agency", AGENCY_SIGNER.getName());

  private final Inbox inbox;
  private final AgencyServer server;

  public TestAgency(Path data, PackageAcceptance acceptance)
      throws IOException, GeneralSecurityException {
    AgencyKeys keys =
        new AgencyKeys(
            AGENCY_CA.issue("server", "CN=localhost,O=Police"),
            SIGN,
            GATEWAY_CA.trusted(),
            TestAuthority.PASSWORD);
    this.inbox = Inbox.open(data, MAX_BYTES, acceptance, keys.receiptSigner(ID), Clock.systemUTC());
    this.server = AgencyServer.start(freePort(), keys, GATEWAY_SIGNER, inbox);
  }

  public URI address() {
    return server.address();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    inbox.close();
  }
}
