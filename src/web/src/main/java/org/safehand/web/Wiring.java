package org.safehand.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.audit.LogAudit;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.NodeKeys;
import org.safehand.custody.trust.TrustException;
import org.safehand.custody.trust.TrustFolder;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Authentication;
import org.safehand.referral.anchor.AnchorAuditFile;
import org.safehand.referral.id.Ids;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.person.SessionEnds;
import org.safehand.referral.settings.CurrentSettings;
import org.safehand.store.Face;
import org.safehand.store.Store;
import org.safehand.store.StoreConfiguration;
import org.safehand.web.audit.AuditSettings;
import org.safehand.web.audit.AuditTrail;
import org.safehand.web.backchannel.LogoutTokens;
import org.safehand.web.door.Resources;
import org.safehand.web.machine.MachineCertificates;
import org.safehand.web.machine.RevocationFolder;
import org.safehand.web.provider.ClientKey;
import org.safehand.web.provider.ProviderConnection;
import org.safehand.web.provider.ProviderSettings;
import org.safehand.web.provider.ProviderTls;
import org.safehand.web.signin.CurrentActor;
import org.safehand.web.signin.Installation;
import org.safehand.web.stepup.SecondFactor;

/** Builds what this face works with, once. */
@ApplicationScoped
public class Wiring {
  private final Clock clock = Clock.systemUTC();

  /** The server's threads; it sets them before anything here is asked for. */
  @Resource private @Nullable ManagedExecutorService threads;

  /** Where this face stands. */
  @Produces
  @Singleton
  public Installation installation() {
    return Installation.of(System.getenv());
  }

  /** What answers requests; nothing on a node that does not serve this face. */
  @Produces
  @Singleton
  public Resources resources(
      Installation installation,
      CurrentActor current,
      Instance<UseCases> useCases,
      Instance<SecondFactor> secondFactor) {
    return installation.served()
        ? useCases.get().resources(current, secondFactor.get())
        : new Resources(Set.of(), Set.of());
  }

  /** The use cases; asked for only on a node that serves this face. */
  @Produces
  @Singleton
  UseCases useCases(Installation installation, Store store) {
    return new UseCases(
        Tools.over(
            store,
            instrument(installation),
            audit(installation),
            clock,
            requireNonNull(threads, "threads is null")));
  }

  /** The identity provider; asked for only on a node that serves this face. */
  @Produces
  @Singleton
  public ProviderConnection provider(Installation installation) {
    ProviderSettings settings = ProviderSettings.of(System.getenv());
    return new ProviderConnection(
        installation.issuer(), ProviderTls.trusting(settings.trust(), settings.password()));
  }

  /** Asks people for their second factor; only on a node that serves this face. */
  @Produces
  @Singleton
  public SecondFactor secondFactor(
      Installation installation, ProviderConnection provider, UseCases useCases) {
    ClientKey key = ClientKey.read(ProviderSettings.of(System.getenv()).key());
    return SecondFactor.of(installation, provider, key, useCases.grantStepUp(), clock);
  }

  /** What keeps everything; asked for only on a node that serves this face. */
  @Produces
  @Singleton
  public Store store(Installation installation) {
    StoreConfiguration configuration = StoreConfiguration.of(Face.EDGE, System.getenv());
    return Store.inServer(Face.EDGE, configuration, log(installation), clock);
  }

  /** Which machines' certificates count; asked for only on a node that serves this face. */
  @Produces
  @Singleton
  public MachineCertificates machineCertificates(Store store) {
    return new MachineCertificates(store.registries(), RevocationFolder.of(System.getenv()), clock);
  }

  /**
   * Until when the sign-ins of people do not count; asked for only on a node that serves this face.
   */
  @Produces
  @Singleton
  public SessionEnds sessionEnds(Store store) {
    return store.sessionEnds();
  }

  /** How long sessions last, among others; asked for only on a node that serves this face. */
  @Produces
  @Singleton
  public CurrentSettings settings(Store store) {
    return store.settings();
  }

  /** The audit file of this node; asked for only on a node that serves this face. */
  @Produces
  @Singleton
  public AuditTrail auditTrail(Installation installation, Store store) {
    AuditSettings settings = AuditSettings.of(System.getenv());
    Journal journal =
        new Journal(
            store.custodyRecorder(),
            new Ids(clock, new SecureRandom()),
            clock,
            instrument(installation));
    Actor node =
        Actor.node(
            settings.node(),
            location(installation),
            new Authentication("node", clock.instant(), Authentication.NODE));
    AnchorAuditFile anchor = new AnchorAuditFile(store.unitOfWork(), journal, node);
    return new AuditTrail(settings, clock, anchor::anchor);
  }

  /** Verifies what the identity provider tells us of sign-outs. */
  @Produces
  @Singleton
  public LogoutTokens logoutTokens(Installation installation, ProviderConnection provider) {
    return new LogoutTokens(installation.issuer(), "safehand-web", provider.keySource(), clock);
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

  /** Without the keys of the nodes no audit could tell a forged event: then nothing starts. */
  private static LogAudit audit(Installation installation) {
    return new LogAudit(log(installation), nodeKeys(installation.nodeKeys()));
  }

  private static NodeKeys nodeKeys(Path file) {
    try {
      return NodeKeys.parse(Files.readString(file, UTF_8));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("SAFEHAND_NODE_KEYS: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("SAFEHAND_NODE_KEYS cannot be read", e);
    }
  }

  private static Instrument instrument(Installation installation) {
    return new Instrument(location(installation), "safehand-web", version());
  }

  private static String location(Installation installation) {
    return URI.create(installation.origin()).getAuthority();
  }

  private static String version() {
    try (InputStream in = Wiring.class.getResourceAsStream("version.txt")) {
      return new String(requireNonNull(in, "version.txt is missing").readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("version.txt cannot be read", e);
    }
  }
}
