package org.safehand.cli.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.safehand.custody.encoding.PemText;

/**
 * What an agency hands to its authority: a PKCS#10 request (RFC 2986), signed by the key itself as
 * a proof that the asker has it.
 *
 * <p>An ML-KEM key cannot sign. RFC 9883 has a request in which another, certified key of the same
 * owner states the possession; who has none hands over the public key alone (SubjectPublicKeyInfo,
 * RFC 5280), and proves the possession by opening what was encrypted to it (RFC 9810).
 */
final class Request {
  static final String PKCS10 = "CERTIFICATE REQUEST";
  static final String PUBLIC_KEY = "PUBLIC KEY";

  private Request() {}

  /** The request of a key that can sign, asking for the key usage that packages need. */
  static String pkcs10(KeyKind kind, NewKey key, PrivateKey signer, X500Name subject) {
    try {
      ExtensionsGenerator extensions = new ExtensionsGenerator();
      int usage = kind == KeyKind.RSA_3072 ? KeyUsage.keyEncipherment : KeyUsage.keyAgreement;
      extensions.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      byte[] der =
          new PKCS10CertificationRequestBuilder(subject, key.publicKey())
              .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate())
              .build(new JcaContentSignerBuilder(kind.signature()).build(signer))
              .getEncoded();
      return PemText.encode(PKCS10, der);
    } catch (IOException e) {
      throw new UncheckedIOException("a request in memory has an encoding", e);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("a key that was just made signs", e);
    }
  }

  /** The public key alone. */
  static String publicKey(NewKey key) {
    try {
      return PemText.encode(PUBLIC_KEY, key.publicKey().getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException("a key in memory has an encoding", e);
    }
  }
}
