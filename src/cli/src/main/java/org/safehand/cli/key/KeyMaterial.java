package org.safehand.cli.key;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.PemText;

/**
 * What a PEM file holds of one key pair.
 *
 * @param kind what it is, in words
 * @param publicKey as a certificate has it
 * @param certificate that of the certificate, if it is one
 */
record KeyMaterial(String kind, SubjectPublicKeyInfo publicKey, Optional<Fingerprint> certificate) {
  KeyMaterial {
    requireNonNull(kind, "kind is null");
    requireNonNull(publicKey, "publicKey is null");
    requireNonNull(certificate, "certificate is null");
  }

  /** Reads {@code file}, which asks for {@code password} only if it is an encrypted key. */
  static KeyMaterial read(Path file, KeyPassword password) throws CliException {
    String pem = new PrivateKeyFile(file).plainPem(password);
    try {
      return read(pem);
    } catch (IOException | RuntimeException e) {
      throw malformed(file, "not one key, request or certificate in PEM that is whole");
    } catch (PKCSException | OperatorCreationException e) {
      throw malformed(file, "the signature of the request cannot be checked");
    }
  }

  private static KeyMaterial read(String pem)
      throws IOException, PKCSException, OperatorCreationException {
    Optional<byte[]> certificate = only("CERTIFICATE", pem);
    if (certificate.isPresent()) {
      Certificate read = der(Certificate.getInstance(certificate.get()), certificate.get());
      return new KeyMaterial(
          "certificate",
          read.getSubjectPublicKeyInfo(),
          Optional.of(new Fingerprint(Digest.of(certificate.get()))));
    }
    Optional<byte[]> request = only(Request.PKCS10, pem);
    if (request.isPresent()) {
      return new KeyMaterial("request", requested(request.get()), Optional.empty());
    }
    Optional<byte[]> key = only(Request.PUBLIC_KEY, pem);
    if (key.isPresent()) {
      return new KeyMaterial(
          "public key",
          der(SubjectPublicKeyInfo.getInstance(key.get()), key.get()),
          Optional.empty());
    }
    byte[] secret = only(PrivateKeyFile.PLAIN, pem).orElseThrow();
    return new KeyMaterial("private key", publicHalf(secret), Optional.empty());
  }

  private static Optional<byte[]> only(String label, String pem) {
    return PemText.decodeAll(label, pem)
        .filter(found -> found.size() == 1)
        .map(List::iterator)
        .map(found -> found.next());
  }

  /** The key of a request that is signed with it. */
  private static SubjectPublicKeyInfo requested(byte[] bytes)
      throws IOException, PKCSException, OperatorCreationException {
    PKCS10CertificationRequest request =
        new PKCS10CertificationRequest(der(CertificationRequest.getInstance(bytes), bytes));
    if (!request.isSignatureValid(
        new JcaContentVerifierProviderBuilder()
            .setProvider(new BouncyCastleProvider())
            .build(request.getSubjectPublicKeyInfo()))) {
      throw new PKCSException("the signature does not hold");
    }
    return request.getSubjectPublicKeyInfo();
  }

  private static SubjectPublicKeyInfo publicHalf(byte[] pkcs8) throws IOException {
    AsymmetricKeyParameter key = PrivateKeyFactory.createKey(pkcs8);
    AsymmetricKeyParameter half;
    if (key instanceof RSAPrivateCrtKeyParameters rsa) {
      half = new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent());
    } else if (key instanceof ECPrivateKeyParameters ec) {
      half =
          new ECPublicKeyParameters(
              ec.getParameters().getG().multiply(ec.getD()), ec.getParameters());
    } else {
      half = ((MLKEMPrivateKeyParameters) key).getPublicKeyParameters();
    }
    return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(half);
  }

  /** {@code value}, if {@code bytes} are its one encoding: what is shown is what is there. */
  private static <T extends ASN1Object> T der(T value, byte[] bytes) throws IOException {
    if (!Digest.of(value.getEncoded(ASN1Encoding.DER)).equals(Digest.of(bytes))) {
      throw new IOException("not DER, or bytes follow");
    }
    return value;
  }

  private static CliException malformed(Path file, String reason) {
    return new CliException(CliCode.KEY_MALFORMED, file.toString(), reason);
  }
}
