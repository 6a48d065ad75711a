package org.safehand.launcher.pki;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.safehand.launcher.keyfile.Identity;
import org.safehand.launcher.keyfile.KeyStoreFile;
import org.safehand.launcher.keyfile.Pem;
import org.safehand.launcher.place.PrivateFiles;

/** Issues the certificates of the gateway, its identity provider and two agencies. */
final class Certificates {
  private static final String HOTLINE = ",O=Example Hotline";
  private static final String NORTH = ",O=Example Police North";
  private static final String SOUTH = ",O=Example Police South";

  private final Map<Purpose, Authority> authorities;
  private final X509Certificate root;
  private final CertificateFolders folders;
  private final KeyStoreFile store;

  Certificates(
      Map<Purpose, Authority> authorities, X509Certificate root, CertificateFolders folders) {
    this.authorities = Map.copyOf(authorities);
    this.root = requireNonNull(root, "root is null");
    this.folders = requireNonNull(folders, "folders is null");
    this.store = new KeyStoreFile(folders.password());
  }

  void write(AuthorityFiles files) throws GeneralSecurityException, IOException {
    files.writeTimeStampSigner(
        of(Purpose.TSA)
            .issue("CN=Example Time-Stamps" + HOTLINE, KeyKind.P384, Profile.TIME_STAMP));
    trust();
    gateway();
    keycloak();
    agencyWithServer();
    agencyThatPicksUp();
  }

  private void trust() throws GeneralSecurityException, IOException {
    Path folder = folders.gateway();
    PrivateFiles.write(folder.resolve("root.pem"), Pem.certificates(List.of(root)));
    for (Purpose purpose : Purpose.values()) {
      PrivateFiles.write(
          folder.resolve(purpose.fileName() + "-ca.pem"), Pem.certificates(path(purpose)));
    }
    // the agencies' authority without the root, under which others are too
    PrivateFiles.write(
        folder.resolve("machine-ca.pem"),
        Pem.certificates(List.of(of(Purpose.AGENCY).certificate())));
    store.writeTrust(folder.resolve("trust-tls.p12"), path(Purpose.TLS));
    // what machines connect under: no root either, under which people's servers are as well
    store.writeTrust(folder.resolve("trust-agency.p12"), List.of(of(Purpose.AGENCY).certificate()));
  }

  private void gateway() throws GeneralSecurityException, IOException {
    Path folder = folders.gateway();
    store.write(
        folder.resolve("gateway-seal.p12"),
        "seal",
        of(Purpose.SEAL).issue("CN=Safehand Seal" + HOTLINE, KeyKind.P384, Profile.SEAL));
    store.write(
        folder.resolve("gateway-tls.p12"),
        "server",
        of(Purpose.TLS).issue("CN=localhost" + HOTLINE, KeyKind.P256, Profile.TLS_SERVER));
    store.write(
        folder.resolve("gateway-client.p12"),
        "client",
        of(Purpose.TLS).issue("CN=Safehand Gateway" + HOTLINE, KeyKind.P256, Profile.TLS_CLIENT));
    store.write(
        folder.resolve("gateway-wss.p12"),
        "gateway",
        of(Purpose.TLS).issue("CN=Safehand Messages" + HOTLINE, KeyKind.P256, Profile.MESSAGE));
  }

  private void keycloak() throws GeneralSecurityException, IOException {
    Identity identity =
        of(Purpose.TLS)
            .issue("CN=localhost,OU=Identity" + HOTLINE, KeyKind.P256, Profile.TLS_SERVER);
    Path folder = folders.gateway();
    PrivateFiles.write(folder.resolve("keycloak.pem"), Pem.certificates(identity.chain()));
    PrivateFiles.write(folder.resolve("keycloak-key.pem"), Pem.privateKey(identity.key()));
  }

  private void agencyWithServer() throws GeneralSecurityException, IOException {
    Path folder = folders.agency();
    Authority agency = of(Purpose.AGENCY);
    store.write(
        folder.resolve("tls.p12"),
        "server",
        agency.issue("CN=localhost" + NORTH, KeyKind.P256, Profile.TLS_SERVER));
    store.write(
        folder.resolve("sign.p12"),
        "agency",
        agency.issue("CN=AG-N-001 Receipts" + NORTH, KeyKind.P384, Profile.MESSAGE));
    store.write(
        folder.resolve("machine.p12"),
        "machine",
        agency.issue("CN=AG-N-001 Machine" + NORTH, KeyKind.P256, Profile.TLS_CLIENT));
    decryption(folder, agency.issue("CN=AG-N-001" + NORTH, KeyKind.RSA3072, Profile.KEY_TRANSPORT));
    store.writeTrust(folder.resolve("trust-gateway.p12"), path(Purpose.TLS));
  }

  private void agencyThatPicksUp() throws GeneralSecurityException, IOException {
    Path folder = folders.pickUpAgency();
    Authority agency = of(Purpose.AGENCY);
    store.write(
        folder.resolve("sign.p12"),
        "agency",
        agency.issue("CN=AG-S-002 Receipts" + SOUTH, KeyKind.P384, Profile.MESSAGE));
    decryption(folder, agency.issue("CN=AG-S-002" + SOUTH, KeyKind.P384, Profile.KEY_AGREEMENT));
  }

  private static void decryption(Path folder, Identity identity)
      throws GeneralSecurityException, IOException {
    PrivateFiles.write(folder.resolve("key.pem"), Pem.privateKey(identity.key()));
    PrivateFiles.write(
        folder.resolve("cert.pem"), Pem.certificates(List.of(identity.certificate())));
  }

  private Authority of(Purpose purpose) {
    return requireNonNull(authorities.get(purpose), "authority is missing");
  }

  private List<X509Certificate> path(Purpose purpose) {
    return List.of(of(purpose).certificate(), root);
  }
}
