package org.safehand.launcher.pki;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.safehand.launcher.keyfile.Identity;
import org.safehand.launcher.place.PrivateFiles;

/** Makes the root and the four intermediates, once. */
public final class DevelopmentPki {
  private static final Duration ROOT_LIFE = Duration.ofDays(10 * 365);
  private static final String ORGANISATION = ",O=Safehand Development";

  private final AuthorityFiles files;
  private final String crlBase;
  private final SecureRandom random;
  private final CertificateMaker maker;

  /**
   * @param files where the authorities' keys are kept
   * @param crlBase the address below which revocation lists are published, without trailing slash
   */
  public DevelopmentPki(
      AuthorityFiles files,
      String crlBase,
      BouncyCastleProvider provider,
      SecureRandom random,
      Clock clock) {
    this.files = requireNonNull(files, "files is null");
    this.crlBase = requireNonNull(crlBase, "crlBase is null");
    this.random = requireNonNull(random, "random is null");
    this.maker = new CertificateMaker(provider, random, clock);
  }

  /** Whether all keys and certificates were made before. */
  public boolean complete() {
    return Files.exists(marker());
  }

  /** Makes everything anew: authorities, then the certificates of gateway and agencies. */
  public void make(CertificateFolders folders) throws GeneralSecurityException, IOException {
    Identity root = root();
    files.write(AuthorityFiles.ROOT, root);
    Authority top = authority(AuthorityFiles.ROOT, root);
    Map<Purpose, Authority> authorities = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      Identity identity = top.intermediate("CN=" + purpose.commonName() + ORGANISATION);
      files.write(purpose.fileName(), identity);
      authorities.put(purpose, authority(purpose.fileName(), identity));
    }
    new Certificates(authorities, root.certificate(), folders).write(files);
    PrivateFiles.write(marker(), "");
  }

  /** Makes the keys of OCSP responders that are missing: older state folders have none. */
  public void makeResponders() throws GeneralSecurityException, IOException {
    for (Purpose purpose : Purpose.values()) {
      String name = purpose.fileName();
      if (!files.hasResponder(name)) {
        files.writeResponder(
            name,
            authority(name, files.authority(name))
                .issue(
                    "CN=" + purpose.commonName() + " Responder" + ORGANISATION,
                    KeyKind.P256,
                    Profile.OCSP));
      }
    }
  }

  private Identity root() throws GeneralSecurityException, IOException {
    KeyPair pair = KeyKind.P384.generate(random);
    CertificateMaker.Request request =
        new CertificateMaker.Request(
            new X500Name("CN=Safehand Development Root CA" + ORGANISATION),
            pair.getPublic(),
            ROOT_LIFE);
    List<X509Certificate> chain = List.of(maker.root(request, pair.getPrivate()));
    return new Identity(pair.getPrivate(), chain);
  }

  private Authority authority(String name, Identity identity) {
    return new Authority(maker, random, identity, crlBase + "/" + name + ".crl");
  }

  private Path marker() {
    return files.folder().resolve("complete");
  }
}
