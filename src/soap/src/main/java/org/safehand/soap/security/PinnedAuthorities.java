package org.safehand.soap.security;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * Believes a signer whose certificate one of a few pinned authorities issued itself, and whose name
 * is the expected one. The authorities may be intermediate ones: trust ends there, and their own
 * issuer counts for nothing (RFC 5280, section 6.1.1 (d): any authority can be a trust anchor). The
 * library's own check asks for the root.
 */
final class PinnedAuthorities extends Merlin {
  private final Set<TrustAnchor> anchors;

  PinnedAuthorities(KeyStore own, Collection<X509Certificate> authorities, String alias) {
    this.anchors =
        requireNonNull(authorities, "authorities is null").stream()
            .map(authority -> new TrustAnchor(authority, null))
            .collect(Collectors.toUnmodifiableSet());
    setKeyStore(own);
    setDefaultX509Identifier(alias);
  }

  @Override
  public void verifyTrust(
      X509Certificate[] certificates,
      boolean enableRevocation,
      @Nullable Collection<Pattern> subjects,
      @Nullable Collection<Pattern> issuers)
      throws WSSecurityException {
    if (certificates.length != 1 || enableRevocation || subjects == null || subjects.isEmpty()) {
      throw refused("one certificate and an expected name are needed", null);
    }
    X509Certificate signer = certificates[0];
    String name = signer.getSubjectX500Principal().getName();
    if (subjects.stream().noneMatch(expected -> expected.matcher(name).matches())) {
      throw refused("the signer is " + name, null);
    }
    try {
      CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(signer));
      PKIXParameters parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false);
      Object unused = CertPathValidator.getInstance("PKIX").validate(path, parameters);
    } catch (GeneralSecurityException e) {
      throw refused("no pinned authority issued it: " + e.getMessage(), e);
    }
  }

  private static WSSecurityException refused(String reason, @Nullable Exception cause) {
    return new WSSecurityException(
        WSSecurityException.ErrorCode.FAILED_AUTHENTICATION,
        cause,
        "certpath",
        new Object[] {reason});
  }
}
