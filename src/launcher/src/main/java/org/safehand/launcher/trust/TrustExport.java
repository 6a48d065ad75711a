package org.safehand.launcher.trust;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.SealerTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustFolderWriter;
import org.safehand.custody.trust.TsaTrust;
import org.safehand.launcher.authority.TimeStamps;
import org.safehand.launcher.keyfile.KeyStoreFile;
import org.safehand.launcher.pki.AuthorityFiles;
import org.safehand.launcher.pki.Purpose;
import org.safehand.launcher.place.VarFolder;

/** Writes {@code trust/}. */
public final class TrustExport {
  private static final String SEALER = "Example Hotline";

  private final VarFolder folder;
  private final AuthorityFiles authorities;
  private final KeyStoreFile store;

  public TrustExport(VarFolder folder, AuthorityFiles authorities, KeyStoreFile store) {
    this.folder = requireNonNull(folder, "folder is null");
    this.authorities = requireNonNull(authorities, "authorities is null");
    this.store = requireNonNull(store, "store is null");
  }

  /** Replaces the folder's files; the witness must have cosigned. */
  public void write(String logOrigin, List<VerifierKey> logKeys, VerifierKey witness)
      throws GeneralSecurityException, IOException {
    X509Certificate seal =
        store.read(folder.pki().resolve("gateway-seal.p12"), "seal").certificate();
    X509Certificate stamps = authorities.timeStampSigner().certificate();
    Trust trust =
        new Trust(
            new LogTrust(logOrigin, logKeys, List.of(witness), 1),
            List.of(sealer(seal)),
            authorities.path(Purpose.SEAL),
            authorities.path(Purpose.TSA),
            List.of(new TsaTrust(Digest.of(stamps.getEncoded()), Set.of(TimeStamps.POLICY))));
    new TrustFolderWriter(folder.trust()).write(trust);
  }

  private static SealerTrust sealer(X509Certificate certificate) {
    return new SealerTrust(
        SEALER,
        Digest.of(certificate.getPublicKey().getEncoded()),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant());
  }
}
