package org.safehand.packaging.vectors.fixed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.safehand.custody.encoding.PemText;
import org.safehand.custody.trust.TrustFolderWriter;
import org.safehand.packaging.envelope.Envelope;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

/** The good packages of the suite, and the files that stand beside the vectors. */
public final class FixedPackages {
  /** Two exhibits, for a key on P-256: the base of most forgeries. */
  public static final SamplePackage TWO =
      FixedHotline.GOOD
          .open("package two")
          .pack(FixedPki.ECDH_P256, text("synthetic\n"), text("the other\n"));

  /** Another one for the same recipient. */
  public static final SamplePackage OTHER =
      FixedHotline.GOOD
          .open("package other")
          .pack(FixedPki.ECDH_P256, text("elsewhere\n"), text("elsewhere\n"));

  private static final Map<String, SamplePackage> ALL = new TreeMap<>();
  private static final Map<String, String> RECIPIENTS = new TreeMap<>();

  static {
    add("p256", "p256", TWO);
    add("p256-other", "p256", OTHER);
    add("p384", "p384", new byte[0], text("1"), new byte[1000]);
    add("rsa-3072", "rsa-3072", text("synthetic\n"));
    add("ml-kem-768", "ml-kem-768", text("synthetic\n"));
    add("ml-kem-1024", "ml-kem-1024", text("synthetic\n"));
    add("p256-no-exhibits", "p256");
    add(
        "sealed-by-rsa",
        "p256",
        FixedHotline.GOOD
            .sealer(FixedPki.SEAL_RSA)
            .open("package sealed-by-rsa")
            .pack(FixedPki.ECDH_P256, text("synthetic\n")));
  }

  private FixedPackages() {}

  private static void add(String name, String recipient, byte[]... exhibits) {
    add(
        name,
        recipient,
        FixedHotline.GOOD
            .open("package " + name)
            .pack(FixedPki.recipients().get(recipient), exhibits));
  }

  private static void add(String name, String recipient, SamplePackage sample) {
    ALL.put(name, sample);
    RECIPIENTS.put(name, recipient);
  }

  /** All by name. */
  public static Map<String, SamplePackage> all() {
    return new TreeMap<>(ALL);
  }

  /** For whom the package {@code name} is. */
  public static String recipient(String name) {
    return RECIPIENTS.get(name);
  }

  /** Where the package {@code name} is kept. */
  public static String file(String name) {
    return "packages/" + name + ".asice";
  }

  /** The case file of the package {@code name}, decrypted. */
  public static byte[] caseFile(String name) {
    return decrypted(ALL.get(name).bytes(), PackageNames.CASE, RECIPIENTS.get(name));
  }

  /** The entry {@code entry} of {@code file}, decrypted by {@code recipient}. */
  public static byte[] decrypted(byte[] file, String entry, String recipient) {
    try {
      return Envelope.read(entry, Forgery.of(file).content(entry))
          .open(TestPki.recipient(FixedPki.recipients().get(recipient)));
    } catch (PackageException e) {
      throw new AssertionError(e);
    }
  }

  /** Every file of the suite that is neither a vector, nor a kept RSA key, nor its README. */
  public static Map<String, byte[]> files(Path scratch) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    ALL.forEach((name, sample) -> files.put(file(name), sample.bytes()));
    files.put("case-files/p256.asice", caseFile("p256"));
    FixedPki.recipients().forEach((name, recipient) -> putRecipient(files, name, recipient));
    try {
      new TrustFolderWriter(scratch).write(FixedPki.trust());
      for (String name : new String[] {"trust.json", "log.vkey", "seal-ca.pem", "tsa-ca.pem"}) {
        files.put("trust/" + name, Files.readAllBytes(scratch.resolve(name)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static void putRecipient(
      Map<String, byte[]> files, String name, TestAuthority recipient) {
    try {
      String folder = "recipients/" + name + "/";
      files.put(
          folder + "certificate.pem",
          text(PemText.encode("CERTIFICATE", recipient.certificate().getEncoded())));
      files.put(
          folder + "key.pem",
          text(
              PemText.encode(
                  "PRIVATE KEY",
                  PrivateKeyInfo.getInstance(recipient.keys().getPrivate().getEncoded())
                      .getEncoded())));
    } catch (CertificateEncodingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** ASCII. */
  public static byte[] text(String text) {
    return text.getBytes(US_ASCII);
  }
}
