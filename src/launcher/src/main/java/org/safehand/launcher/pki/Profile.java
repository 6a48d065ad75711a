package org.safehand.launcher.pki;

import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What a certificate may be used for. */
enum Profile {
  /** Seals case files and packages. */
  SEAL(KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
  /** Signs time-stamps: RFC 3161 section 2.3 wants this purpose alone, and critical. */
  TIME_STAMP(KeyUsage.digitalSignature),
  /** Signs OCSP responses; itself exempted from revocation (RFC 6960, section 4.2.2.2.1). */
  OCSP(KeyUsage.digitalSignature),
  /** Answers on TLS at the local machine. */
  TLS_SERVER(KeyUsage.digitalSignature),
  /** Opens TLS connections. */
  TLS_CLIENT(KeyUsage.digitalSignature),
  /** Signs messages and receipts. */
  MESSAGE(KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
  /** Receives content keys by RSA-OAEP. */
  KEY_TRANSPORT(KeyUsage.keyEncipherment),
  /** Receives content keys by ECDH. */
  KEY_AGREEMENT(KeyUsage.keyAgreement);

  private final int keyUsage;

  Profile(int keyUsage) {
    this.keyUsage = keyUsage;
  }

  /** The key usage bits; the extension is critical. */
  int keyUsage() {
    return keyUsage;
  }

  /** The extended key purposes; critical where there are any for time-stamps. */
  List<KeyPurposeId> purposes() {
    return switch (this) {
      case TIME_STAMP -> List.of(KeyPurposeId.id_kp_timeStamping);
      case OCSP -> List.of(KeyPurposeId.id_kp_OCSPSigning);
      case TLS_SERVER -> List.of(KeyPurposeId.id_kp_serverAuth);
      case TLS_CLIENT -> List.of(KeyPurposeId.id_kp_clientAuth);
      case SEAL, MESSAGE, KEY_TRANSPORT, KEY_AGREEMENT -> List.of();
    };
  }

  /** Whether the certificate names localhost and 127.0.0.1. */
  boolean local() {
    return this == TLS_SERVER;
  }
}
