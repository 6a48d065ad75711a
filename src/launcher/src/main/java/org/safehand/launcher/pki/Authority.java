package org.safehand.launcher.pki;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.safehand.launcher.keyfile.Identity;

/** One certificate authority: its key, and the address of its revocation list. */
final class Authority {
  static final Duration LEAF_LIFE = Duration.ofDays(398);
  static final Duration AUTHORITY_LIFE = Duration.ofDays(5 * 365);

  private final CertificateMaker maker;
  private final SecureRandom random;
  private final Identity identity;
  private final String crlAddress;

  Authority(CertificateMaker maker, SecureRandom random, Identity identity, String crlAddress) {
    this.maker = requireNonNull(maker, "maker is null");
    this.random = requireNonNull(random, "random is null");
    this.identity = requireNonNull(identity, "identity is null");
    this.crlAddress = requireNonNull(crlAddress, "crlAddress is null");
  }

  X509Certificate certificate() {
    return identity.certificate();
  }

  /** An authority below this one. */
  Identity intermediate(String subject) throws GeneralSecurityException, IOException {
    KeyPair pair = KeyKind.P384.generate(random);
    CertificateMaker.Request request =
        new CertificateMaker.Request(new X500Name(subject), pair.getPublic(), AUTHORITY_LIFE);
    return new Identity(pair.getPrivate(), List.of(maker.intermediate(request, issuer())));
  }

  /** A key certified by this authority; its chain ends with this authority. */
  Identity issue(String subject, KeyKind kind, Profile profile)
      throws GeneralSecurityException, IOException {
    KeyPair pair = kind.generate(random);
    CertificateMaker.Request request =
        new CertificateMaker.Request(new X500Name(subject), pair.getPublic(), LEAF_LIFE);
    List<X509Certificate> chain = new ArrayList<>();
    chain.add(maker.leaf(request, issuer(), profile));
    chain.add(certificate());
    return new Identity(pair.getPrivate(), chain);
  }

  private CertificateMaker.Issuer issuer() {
    X509Certificate own = certificate();
    return new CertificateMaker.Issuer(
        X500Name.getInstance(own.getSubjectX500Principal().getEncoded()),
        own.getPublicKey(),
        identity.key(),
        crlAddress);
  }
}
