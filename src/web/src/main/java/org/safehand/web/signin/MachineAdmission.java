package org.safehand.web.signin;

import static java.util.Objects.requireNonNull;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.id.AgencyId;
import org.safehand.web.machine.MachineCertificates;
import org.safehand.web.problem.WebCode;

/**
 * Whom the machine door lets in: the client of an agency's machine, in its own name, with a token
 * bound to the certificate of the very connection (RFC 8705, section 3), which the endpoint
 * registry has for the token's agency and which nobody revoked. What the machine may do then is for
 * the gateway's own list and each use case.
 */
public final class MachineAdmission {
  /** How clients of agencies' machines are named at the identity provider. */
  private static final String CLIENTS = "safehand-machine-";

  private final Supplier<MachineCertificates> certificates;

  /** Asks {@code certificates}, which are there on a node that serves this face. */
  public MachineAdmission(Supplier<MachineCertificates> certificates) {
    this.certificates = requireNonNull(certificates, "certificates is null");
  }

  /** Why {@code signIn} over a connection with {@code leaf} is not let in; empty when it is. */
  Optional<Admission> refusal(SignIn signIn, X509Certificate leaf) {
    return code(signIn, leaf).map(Admission::ofToken);
  }

  private Optional<WebCode> code(SignIn signIn, X509Certificate leaf) {
    if (signIn.browser() || !signIn.client().startsWith(CLIENTS) || !signIn.machine()) {
      return Optional.of(WebCode.CLIENT_NOT_ADMITTED);
    }
    if (signIn.boundTo().isEmpty()) {
      return Optional.of(WebCode.TOKEN_NOT_BOUND);
    }
    if (!signIn.boundTo().get().equals(thumbprint(leaf))) {
      return Optional.of(WebCode.CERTIFICATE_MISMATCH);
    }
    return signIn
        .agency()
        .filter(AgencyId::isWellFormed)
        .map(agency -> certificates.get().refusal(leaf, new AgencyId(agency)))
        .orElse(Optional.of(WebCode.CERTIFICATE_NOT_PINNED));
  }

  /** As it stands in {@code x5t#S256} (RFC 8705, section 3.1; RFC 7515, section 4.1.8). */
  static String thumbprint(X509Certificate certificate) {
    try {
      byte[] sha256 = Digest.of(certificate.getEncoded()).bytes();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate of a connection has an encoding", e);
    }
  }
}
