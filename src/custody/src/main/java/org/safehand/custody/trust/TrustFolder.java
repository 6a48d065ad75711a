package org.safehand.custody.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.safehand.custody.encoding.PemText;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.note.VerifierKey;

/**
 * Reads a trust folder: {@code trust.json}, {@code log.vkey} with the Ed25519 keys of the log one a
 * line (for other tools), and the PEM files that trust.json names. Other files are of no
 * consequence.
 */
public final class TrustFolder {
  static final String TRUST_JSON = "trust.json";
  static final String LOG_VKEY = "log.vkey";

  private static final int MAX_LENGTH = 1 << 20;

  private final Path folder;

  private TrustFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * What {@code folder} says.
   *
   * @throws TrustException if a file is missing or is not what it must be
   * @throws IOException if a file cannot be read
   */
  public static Trust read(Path folder) throws TrustException, IOException {
    return new TrustFolder(folder).read();
  }

  private Trust read() throws TrustException, IOException {
    TrustJson json;
    try {
      json = TrustJson.fromJson(Jcs.requireObject(Jcs.readAnyLayout(bytes(TRUST_JSON))));
    } catch (JsonException e) {
      throw malformed(TRUST_JSON, String.valueOf(e.getMessage()));
    }
    if (!text(LOG_VKEY).equals(vkeyLines(json.log().keys()))) {
      throw malformed(LOG_VKEY, "does not hold the Ed25519 log keys of trust.json, one a line");
    }
    return new Trust(
        json.log(),
        json.sealers(),
        certificates(json.sealCa()),
        certificates(json.tsaCa()),
        json.timeStampAuthorities());
  }

  static String vkeyLines(List<VerifierKey> keys) {
    return keys.stream()
        .filter(VerifierKey::isLogKey)
        .map(key -> key + "\n")
        .collect(Collectors.joining());
  }

  private List<X509Certificate> certificates(List<String> names)
      throws TrustException, IOException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (String name : names) {
      List<byte[]> blocks =
          PemText.decodeAll("CERTIFICATE", text(name))
              .orElseThrow(() -> malformed(name, "not certificates in PEM"));
      for (byte[] der : blocks) {
        certificates.add(certificate(name, der));
      }
    }
    return certificates;
  }

  private static X509Certificate certificate(String name, byte[] der) throws TrustException {
    try {
      if (CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der))
              instanceof X509Certificate certificate
          && Arrays.equals(certificate.getEncoded(), der)) {
        return certificate;
      }
    } catch (CertificateException e) {
      throw malformed(name, "not an X.509 certificate: " + e.getMessage());
    }
    throw malformed(name, "not an X.509 certificate");
  }

  private String text(String name) throws TrustException, IOException {
    return new String(bytes(name), UTF_8);
  }

  private byte[] bytes(String name) throws TrustException, IOException {
    try {
      if (Files.size(folder.resolve(name)) > MAX_LENGTH) {
        throw malformed(name, "longer than " + MAX_LENGTH + " bytes");
      }
      return Files.readAllBytes(folder.resolve(name));
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new TrustException(TrustFault.INCOMPLETE, name, "is not there");
    }
  }

  private static TrustException malformed(String name, String reason) {
    return new TrustException(TrustFault.MALFORMED, name, reason);
  }
}
