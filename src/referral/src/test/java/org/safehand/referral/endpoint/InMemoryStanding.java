package org.safehand.referral.endpoint;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.safehand.packaging.recipient.RecipientCertificate;

/** Authorities that a test lets revoke and fall silent. */
public final class InMemoryStanding implements CertificateStanding {
  private final List<X509Certificate> authorities;
  private final Set<X509Certificate> revoked = ConcurrentHashMap.newKeySet();
  private final Set<X509Certificate> expired = ConcurrentHashMap.newKeySet();
  private volatile boolean silent;
  private volatile Runnable meanwhile = () -> {};

  public InMemoryStanding(X509Certificate... authorities) {
    this.authorities = List.of(authorities);
  }

  @Override
  public Standing of(RecipientCertificate certificate) {
    meanwhile.run();
    X509Certificate asked = certificate.certificate();
    if (authorities.stream().noneMatch(authority -> isIssuedBy(asked, authority))) {
      return Standing.UNTRUSTED;
    }
    if (expired.contains(asked)) {
      return Standing.EXPIRED;
    }
    if (silent) {
      return Standing.UNKNOWN;
    }
    return revoked.contains(asked) ? Standing.REVOKED : Standing.GOOD;
  }

  public void revoke(X509Certificate certificate) {
    revoked.add(certificate);
  }

  public void expire(X509Certificate certificate) {
    expired.add(certificate);
  }

  /** Nobody answers as long as {@code now}. */
  public void silent(boolean now) {
    silent = now;
  }

  /** Does {@code what} whenever somebody asks, before the answer. */
  public void meanwhile(Runnable what) {
    meanwhile = what;
  }

  private static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
