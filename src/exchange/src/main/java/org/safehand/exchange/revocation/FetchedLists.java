package org.safehand.exchange.revocation;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.safehand.exchange.egress.EgressClient;
import org.safehand.exchange.egress.EgressException;
import org.safehand.packaging.validity.RevocationLists;
import org.safehand.referral.endpoint.CertificateAuthority;

/**
 * The revocation list of each authority, fetched anew when it is older than the refresh period or
 * ends soon. A list counts until its own end: that its authority cannot be reached does not shorten
 * that, and nothing lengthens it.
 */
public final class FetchedLists {
  private static final Logger LOG = System.getLogger(FetchedLists.class.getName());

  /** The longest list in bytes. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  /** How long before its end a list is fetched anew. */
  private static final Duration MARGIN = Duration.ofHours(1);

  /** How long an authority is left alone after it was asked. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final EgressClient egress;
  private final KeptLists kept;
  private final Duration refresh;
  private final Clock clock;
  private final Map<X509Certificate, Held> held = new ConcurrentHashMap<>();

  /**
   * @param folder where lists are kept
   * @param refresh how old a list becomes before it is fetched anew
   */
  public FetchedLists(EgressClient egress, Path folder, Duration refresh, Clock clock) {
    this.egress = requireNonNull(egress, "egress is null");
    this.kept = new KeptLists(folder);
    this.refresh = requireNonNull(refresh, "refresh is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The list of {@code authority} that holds now, fetched first if that is due. */
  public Optional<X509CRL> current(CertificateAuthority authority) {
    return refresh(authority)
        .filter(list -> RevocationLists.holds(list, authority.certificate(), clock.instant()));
  }

  /** Fetches the list of {@code authority} if that is due; the newest, whether it holds or not. */
  public Optional<X509CRL> refresh(CertificateAuthority authority) {
    Held its = held.computeIfAbsent(authority.certificate(), ignored -> new Held());
    // one asks, the others wait for its answer
    synchronized (its) {
      Instant now = clock.instant();
      if (its.isDue(now, refresh)) {
        its.tried = now;
        fetch(authority, its, now);
      }
      return Optional.ofNullable(its.list);
    }
  }

  private void fetch(CertificateAuthority authority, Held its, Instant now) {
    X509Certificate issuer = authority.certificate();
    String name = issuer.getSubjectX500Principal().getName();
    try {
      if (its.list == null) {
        its.list = kept.newest(issuer).orElse(null);
      }
      its.list = kept.keep(issuer, egress.get(authority.lists(), MOST_BYTES), now);
      its.fetched = now;
    } catch (EgressException | GeneralSecurityException | IOException e) {
      LOG.log(Level.WARNING, "no new revocation list of {0}: {1}", name, e.getMessage());
    }
  }

  /** Guarded by itself. */
  private static final class Held {
    private @Nullable X509CRL list;
    private Instant fetched = Instant.MIN;
    private Instant tried = Instant.MIN;

    // a list gives its times as java.util.Date
    @SuppressWarnings("JavaUtilDate")
    private boolean isDue(Instant now, Duration refresh) {
      X509CRL present = list;
      if (tried.isAfter(now.minus(PAUSE))) {
        return false;
      }
      return present == null
          || !fetched.isAfter(now.minus(refresh))
          || present.getNextUpdate().toInstant().isBefore(now.plus(MARGIN));
    }
  }
}
