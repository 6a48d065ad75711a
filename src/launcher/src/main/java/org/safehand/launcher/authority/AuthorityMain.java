package org.safehand.launcher.authority;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.safehand.launcher.pki.AuthorityFiles;
import org.safehand.launcher.pki.Purpose;
import org.safehand.launcher.pki.RevocationLists;

/** Starts the authorities' process from its environment. */
public final class AuthorityMain {
  public static final String PORT = "SAFEHAND_AUTHORITIES_PORT";
  public static final String FOLDER = "SAFEHAND_AUTHORITIES";
  public static final String PASSWORD = "SAFEHAND_AUTHORITIES_PASSWORD";
  public static final String CRLS = "SAFEHAND_CRL";

  private static final Logger LOG = Logger.getLogger(AuthorityMain.class.getName());
  private static final long HOURS_BETWEEN_LISTS = 12;

  private AuthorityMain() {}

  public static void main(String[] arguments) throws GeneralSecurityException, IOException {
    Map<String, String> environment = System.getenv();
    AuthorityFiles files =
        new AuthorityFiles(Path.of(required(environment, FOLDER)), required(environment, PASSWORD));
    Path crls = Path.of(required(environment, CRLS));
    BouncyCastleProvider provider = new BouncyCastleProvider();
    Clock clock = Clock.systemUTC();
    TimeStamps stamps =
        new TimeStamps(files.timeStampSigner(), provider, new SecureRandom(), clock);
    RevocationLists lists = new RevocationLists(files, crls, provider, clock);
    republish(lists);
    Map<String, OcspResponder> responders = new HashMap<>();
    for (Purpose purpose : Purpose.values()) {
      String name = purpose.fileName();
      responders.put(
          name,
          new OcspResponder(
              files.responder(name),
              files.authority(name).certificate(),
              serial -> lists.revokedSince(name, serial),
              provider,
              clock));
    }
    new AuthorityServer(Integer.parseInt(required(environment, PORT)), stamps, responders, crls)
        .start();
    LOG.info("time-stamps, OCSP and revocation lists are served");
  }

  private static void republish(RevocationLists lists) {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    ScheduledFuture<?> unused =
        timer.scheduleAtFixedRate(
            () -> publish(lists), HOURS_BETWEEN_LISTS, HOURS_BETWEEN_LISTS, TimeUnit.HOURS);
  }

  private static void publish(RevocationLists lists) {
    try {
      lists.publish();
    } catch (GeneralSecurityException | IOException e) {
      LOG.log(Level.SEVERE, "revocation lists could not be renewed", e);
    }
  }

  private static String required(Map<String, String> environment, String name) {
    return requireNonNull(environment.get(name), name + " is not set");
  }
}
