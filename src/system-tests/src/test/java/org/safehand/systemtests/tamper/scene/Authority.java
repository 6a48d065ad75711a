package org.safehand.systemtests.tamper.scene;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.safehand.bench.server.Workplace;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustException;
import org.safehand.custody.trust.TrustFolder;
import org.safehand.launcher.authority.TimeStamps;
import org.safehand.launcher.keyfile.KeyStoreFile;
import org.safehand.launcher.pki.AuthorityFiles;
import org.safehand.launcher.pki.CertificateFolders;
import org.safehand.launcher.pki.DevelopmentPki;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.trust.TrustExport;
import org.safehand.referral.fault.TimeStampUnavailableException;
import org.safehand.referral.port.TimeStampAuthority;

/** The development authority for time-stamps, asked without a network. */
final class Authority implements TimeStampAuthority {
  private final TimeStamps stamps;
  private final Trust trust;

  private Authority(TimeStamps stamps, Trust trust) {
    this.stamps = requireNonNull(stamps, "stamps is null");
    this.trust = requireNonNull(trust, "trust is null");
  }

  /** An authority with fresh keys, and trust in it and in the log of {@code secrets}. */
  static Authority make(Workplace workplace, LogSecrets secrets, String password)
      throws GeneralSecurityException, IOException, TrustException {
    VarFolder folder = workplace.folder();
    BouncyCastleProvider provider = new BouncyCastleProvider();
    SecureRandom random = new SecureRandom();
    AuthorityFiles files = new AuthorityFiles(folder.authorities(), password);
    new DevelopmentPki(files, "http://localhost/crl", provider, random, Clock.systemUTC())
        .make(
            new CertificateFolders(
                folder.pki(), folder.agency().resolve("pki"), folder.pickUpAgency(), password));
    new TrustExport(folder, files, new KeyStoreFile(password))
        .write(secrets.log().name(), secrets.logKeys(), secrets.witness().verifierKey());
    return new Authority(
        new TimeStamps(files.timeStampSigner(), provider, random, Clock.systemUTC()),
        TrustFolder.read(folder.trust()));
  }

  Trust trust() {
    return trust;
  }

  @Override
  public TimeStampToken stamp(Digest digest) throws TimeStampUnavailableException {
    TimeStampRequestGenerator request = new TimeStampRequestGenerator();
    request.setCertReq(true);
    try {
      byte[] asked = request.generate(TSPAlgorithms.SHA256, digest.bytes()).getEncoded();
      return TimeStampToken.parse(
          new TimeStampResponse(stamps.answer(asked)).getTimeStampToken().getEncoded());
    } catch (IOException | TSPException | TimeStampException e) {
      throw new TimeStampUnavailableException("no token", e);
    }
  }
}
