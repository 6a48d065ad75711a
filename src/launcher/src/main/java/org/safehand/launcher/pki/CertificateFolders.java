package org.safehand.launcher.pki;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Who gets which files.
 *
 * @param gateway the gateway's keys and trust
 * @param agency the demo agency that runs a server; RSA decryption key
 * @param pickUpAgency the agency that picks up; ECDH decryption key
 * @param password the password of all PKCS #12 files
 */
public record CertificateFolders(Path gateway, Path agency, Path pickUpAgency, String password) {
  public CertificateFolders {
    requireNonNull(gateway, "gateway is null");
    requireNonNull(agency, "agency is null");
    requireNonNull(pickUpAgency, "pickUpAgency is null");
    requireNonNull(password, "password is null");
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "CertificateFolders[" + gateway + ", " + agency + ", " + pickUpAgency + "]";
  }
}
