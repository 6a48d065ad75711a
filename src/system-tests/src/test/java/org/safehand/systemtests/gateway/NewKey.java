package org.safehand.systemtests.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.safehand.custody.encoding.PemText;
import org.safehand.launcher.gateway.GatewayEnvironment;
import org.safehand.launcher.keyfile.Identity;
import org.safehand.launcher.keyfile.Pem;
import org.safehand.launcher.pki.AuthorityFiles;
import org.safehand.launcher.pki.Purpose;

/**
 * Another key of an agency, certified by the agencies' authority.
 *
 * @param key the private key in PEM
 * @param certificate its certificate in PEM
 * @param sha256 the certificate's fingerprint
 * @param request in PEM, signed by the key
 * @param publicKeySha256 the key's fingerprint
 */
public record NewKey(
    Path key, Path certificate, String sha256, String request, String publicKeySha256) {
  /** A key whose validity begins now, in files in {@code folder}. */
  public static NewKey make(RunningGateway gateway, Path folder, String subject) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    KeyPair keys = generator.generateKeyPair();
    X509Certificate certificate =
        certificate(
            authority(gateway),
            SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()),
            KeyUsage.keyAgreement,
            subject);
    Path key = folder.resolve("new-key.pem");
    Files.writeString(key, Pem.privateKey(keys.getPrivate()), UTF_8);
    Path file = folder.resolve("new-cert.pem");
    Files.writeString(file, Pem.certificates(List.of(certificate)), UTF_8);
    return new NewKey(
        key,
        file,
        sha256(certificate),
        request(keys, subject),
        sha256(keys.getPublic().getEncoded()));
  }

  /** An ML-KEM-768 key that the agency made by command; it has no request, so that is empty. */
  static NewKey encapsulated(RunningGateway gateway, Path folder, String subject) throws Exception {
    Path key = folder.resolve("kem-key.pem");
    Path half = folder.resolve("kem-public.pem");
    Command made =
        gateway.safehand(
            "key",
            "generate",
            "--algorithm",
            "ml-kem-768",
            "--out",
            key.toString(),
            "--request",
            half.toString());
    assertThat(made.exitCode()).as(made.output()).isZero();
    byte[] der = PemText.decodeAll("PUBLIC KEY", Files.readString(half)).orElseThrow().get(0);
    X509Certificate certificate =
        certificate(
            authority(gateway),
            SubjectPublicKeyInfo.getInstance(der),
            KeyUsage.keyEncipherment,
            subject);
    Path file = folder.resolve("kem-cert.pem");
    Files.writeString(file, Pem.certificates(List.of(certificate)), UTF_8);
    return new NewKey(key, file, sha256(certificate), "", sha256(der));
  }

  /** Puts the certificate into the registry beside those that the agency has, as two people do. */
  void register(RunningGateway gateway, String agency) throws Exception {
    String pem = Files.readString(certificate, UTF_8);
    new Registration(gateway)
        .change(
            agency,
            entry -> ((ArrayNode) entry.at("/endpoints/0/encryptionCertificates")).add(pem));
  }

  private static Identity authority(RunningGateway gateway) throws Exception {
    return new AuthorityFiles(
            gateway.platform().folder().authorities(),
            gateway.platform().secrets().password(GatewayEnvironment.PKI_PASSWORD))
        .authority(Purpose.AGENCY.fileName());
  }

  private static X509Certificate certificate(
      Identity authority, SubjectPublicKeyInfo key, int usage, String subject) throws Exception {
    JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
    Instant now = Instant.now();
    X509Certificate issuer = authority.certificate();
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()),
            new BigInteger(120, new SecureRandom()).setBit(119),
            Date.from(now),
            Date.from(now.plus(Duration.ofDays(398))),
            new X500Name(subject),
            key);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    builder.addExtension(
        Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key));
    AuthorityKeyIdentifier above = extensions.createAuthorityKeyIdentifier(issuer.getPublicKey());
    builder.addExtension(Extension.authorityKeyIdentifier, false, above);
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA384withECDSA").build(authority.key())));
  }

  private static String request(KeyPair keys, String subject) throws Exception {
    return PemText.encode(
        "CERTIFICATE REQUEST",
        new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), keys.getPublic())
            .build(new JcaContentSignerBuilder("SHA384withECDSA").build(keys.getPrivate()))
            .getEncoded());
  }

  static String sha256(X509Certificate certificate) throws Exception {
    return sha256(certificate.getEncoded());
  }

  private static String sha256(byte[] der) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
  }
}
