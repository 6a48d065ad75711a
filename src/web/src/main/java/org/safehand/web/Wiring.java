package org.safehand.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.TrustException;
import org.safehand.custody.trust.TrustFolder;
import org.safehand.store.Store;
import org.safehand.store.StoreConfiguration;
import org.safehand.web.door.Resources;
import org.safehand.web.signin.CurrentActor;
import org.safehand.web.signin.Installation;

/** Builds what this face works with, once. */
@ApplicationScoped
public class Wiring {
  /** Where this face stands. */
  @Produces
  @Singleton
  public Installation installation() {
    return Installation.of(System.getenv());
  }

  /** What answers requests; nothing on a node that does not serve this face. */
  @Produces
  @Singleton
  public Resources resources(Installation installation, CurrentActor current) {
    if (!installation.served()) {
      return new Resources(Set.of(), Set.of());
    }
    Clock clock = Clock.systemUTC();
    Store store = Store.inServer(StoreConfiguration.of(System.getenv()), clock);
    return new UseCases(store, instrument(installation), log(installation), clock)
        .resources(current);
  }

  private static LogTrust log(Installation installation) {
    try {
      return TrustFolder.read(installation.trust()).log();
    } catch (TrustException e) {
      throw new IllegalArgumentException("SAFEHAND_TRUST: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("SAFEHAND_TRUST cannot be read", e);
    }
  }

  private static Instrument instrument(Installation installation) {
    String node = URI.create(installation.origin()).getAuthority();
    return new Instrument(node, "safehand-web", version());
  }

  private static String version() {
    try (InputStream in = Wiring.class.getResourceAsStream("version.txt")) {
      return new String(requireNonNull(in, "version.txt is missing").readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("version.txt cannot be read", e);
    }
  }
}
