package org.safehand.launcher.pki;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.safehand.launcher.keyfile.Identity;

/**
 * What every authority revoked, a line each in {@code <name>.revoked} beside its key, and the
 * revocation lists made of that (RFC 5280, section 5), DER, one file each.
 */
public final class RevocationLists {
  private static final Duration LIFE = Duration.ofDays(30);

  private final AuthorityFiles authorities;
  private final Path published;
  private final BouncyCastleProvider provider;
  private final Clock clock;

  public RevocationLists(
      AuthorityFiles authorities, Path published, BouncyCastleProvider provider, Clock clock) {
    this.authorities = requireNonNull(authorities, "authorities is null");
    this.published = requireNonNull(published, "published is null");
    this.provider = requireNonNull(provider, "provider is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Writes a fresh list for each authority. */
  public void publish() throws GeneralSecurityException, IOException {
    Files.createDirectories(published);
    for (String name : AuthorityFiles.names()) {
      Path partial = published.resolve(name + ".crl.new");
      Files.write(partial, list(name));
      Files.move(
          partial,
          published.resolve(name + ".crl"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Revokes a certificate of that authority and publishes. */
  public void revoke(String authority, BigInteger serial)
      throws GeneralSecurityException, IOException {
    String line = serial.toString(16) + " " + clock.millis() + "\n";
    Files.writeString(
        revocations(authority), line, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    publish();
  }

  /** Since when that authority says that the certificate {@code serial} is revoked. */
  public Optional<Instant> revokedSince(String authority, BigInteger serial) throws IOException {
    return revoked(authority).stream()
        .filter(line -> new BigInteger(line.substring(0, line.indexOf(' ')), 16).equals(serial))
        .map(RevocationLists::since)
        .findFirst();
  }

  private static Instant since(String line) {
    return Instant.ofEpochMilli(Long.parseLong(line.substring(line.indexOf(' ') + 1)));
  }

  private byte[] list(String name) throws GeneralSecurityException, IOException {
    Identity authority = authorities.authority(name);
    Instant now = clock.instant();
    X500Name issuer =
        X500Name.getInstance(authority.certificate().getSubjectX500Principal().getEncoded());
    X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer, Date.from(now));
    builder.setNextUpdate(Date.from(now.plus(LIFE)));
    builder.addExtension(
        Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new JcaX509ExtensionUtils()
            .createAuthorityKeyIdentifier(authority.certificate().getPublicKey()));
    for (String line : revoked(name)) {
      int space = line.indexOf(' ');
      builder.addCRLEntry(
          new BigInteger(line.substring(0, space), 16),
          Date.from(since(line)),
          CRLReason.keyCompromise);
    }
    try {
      return builder
          .build(
              new JcaContentSignerBuilder(CertificateMaker.SIGNATURE)
                  .setProvider(provider)
                  .build(authority.key()))
          .getEncoded();
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private List<String> revoked(String name) throws IOException {
    Path file = revocations(name);
    return Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of();
  }

  private Path revocations(String name) {
    return authorities.folder().resolve(name + ".revoked");
  }
}
