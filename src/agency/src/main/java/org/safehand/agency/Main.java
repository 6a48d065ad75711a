package org.safehand.agency;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.safehand.agency.acceptance.VerifiedAcceptance;
import org.safehand.agency.inbox.Inbox;
import org.safehand.agency.server.AgencyKeys;
import org.safehand.agency.server.AgencyServer;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientException;
import org.safehand.packaging.recipient.RecipientKey;

/** Runs the agency's server from the environment until SIGTERM. */
public final class Main {
  private static final int REFUSES = 1;

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    try {
      AgencySettings settings = AgencySettings.from(System.getenv());
      AgencyKeys keys = AgencyKeys.read(settings.pki(), settings.password().toCharArray());
      Inbox inbox =
          Inbox.open(
              settings.data(),
              settings.maxBytes(),
              new VerifiedAcceptance(decryptionKey(settings), settings.trust()),
              keys.receiptSigner(settings.id()),
              Clock.systemUTC());
      AgencyServer server =
          AgencyServer.start(settings.port(), keys, settings.gatewaySigner(), inbox);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, inbox), "stop"));
      System.out.println("agency ready: " + server.address());
      new CountDownLatch(1).await();
    } catch (IOException
        | GeneralSecurityException
        | RecipientException
        | IllegalArgumentException e) {
      System.err.println("agency refuses to serve: " + e.getMessage());
      System.exit(REFUSES);
    }
  }

  private static RecipientKey decryptionKey(AgencySettings settings)
      throws IOException, RecipientException {
    RecipientCertificate certificate =
        RecipientCertificate.ofPem(Files.readString(settings.pki().resolve("cert.pem")));
    return RecipientKey.ofPem(Files.readString(settings.pki().resolve("key.pem")), certificate);
  }

  private static void stop(AgencyServer server, Inbox inbox) {
    server.close();
    try {
      inbox.close();
    } catch (IOException e) {
      System.err.println("the inbox was not closed: " + e.getMessage());
    }
  }
}
