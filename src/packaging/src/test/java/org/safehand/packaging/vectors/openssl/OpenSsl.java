package org.safehand.packaging.vectors.openssl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safehand.custody.encoding.PemText;
import org.safehand.custody.vectors.form.Suite;

/** The openssl of this machine, working in a folder on what the suite keeps. */
final class OpenSsl {
  private static final Pattern VERSION = Pattern.compile("OpenSSL ([0-9]+)\\.([0-9]+)\\.");
  private static final Path TRUST = Suite.FOLDER.resolve("trust/seal-ca.pem").toAbsolutePath();

  private final Path folder;

  /** Works in {@code folder}. */
  OpenSsl(Path folder) {
    this.folder = requireNonNull(folder, "folder is null");
  }

  /** What it printed and with which code it ended. */
  record Result(int exitCode, String output) {
    boolean held() {
      return exitCode == 0;
    }
  }

  /** Whether it is here, and of version 3 or later. */
  static boolean isHere() throws IOException, InterruptedException {
    return version().filter(version -> version[0] >= 3).isPresent();
  }

  /** Whether it knows a KEMRecipientInfo (RFC 9629): from 3.6 on. */
  static boolean knowsMlKem() throws IOException, InterruptedException {
    return version()
        .filter(version -> version[0] > 3 || (version[0] == 3 && version[1] >= 6))
        .isPresent();
  }

  private static Optional<int[]> version() throws IOException, InterruptedException {
    Matcher found;
    try {
      found = VERSION.matcher(new OpenSsl(Path.of(".")).run("version").output());
    } catch (IOException e) {
      // there is no such program
      return Optional.empty();
    }
    return found.find()
        ? Optional.of(
            new int[] {Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))})
        : Optional.empty();
  }

  private Result run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(Arrays.asList(words));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Result(process.waitFor(), output);
  }

  /** Verifies {@code seal} over {@code content} as of {@code moment}, under the suite's issuers. */
  Result verify(byte[] seal, byte[] content, Instant moment)
      throws IOException, InterruptedException {
    Files.write(folder.resolve("content"), content);
    Files.write(folder.resolve("seal"), seal);
    return run(
        ("cms -verify -binary -inform DER -in seal -content content -purpose any -out verified"
                + " -attime "
                + moment.getEpochSecond()
                + " -CAfile "
                + TRUST)
            .split(" "));
  }

  /** Verifies {@code signed}, whose content is inside; that is written to {@code verified}. */
  Result verify(byte[] signed, Instant moment) throws IOException, InterruptedException {
    Files.write(folder.resolve("seal"), signed);
    return run(
        ("cms -verify -binary -inform DER -in seal -purpose any -out verified -attime "
                + moment.getEpochSecond()
                + " -CAfile "
                + TRUST)
            .split(" "));
  }

  /**
   * Verifies as of {@code moment} that the OCSP response {@code der} is of {@code issuer} or of a
   * responder that it appointed.
   */
  Result respond(byte[] der, X509Certificate subject, X509Certificate issuer, Instant moment)
      throws IOException, InterruptedException, CertificateEncodingException {
    Files.write(folder.resolve("response"), der);
    Files.writeString(folder.resolve("issuer"), PemText.encode("CERTIFICATE", issuer.getEncoded()));
    return run(
        ("ocsp -no_nonce -respin response -issuer issuer -verify_other issuer -serial 0x"
                + subject.getSerialNumber().toString(16)
                + " -attime "
                + moment.getEpochSecond()
                + " -CAfile "
                + TRUST)
            .split(" "));
  }

  /**
   * Decrypts {@code envelope} with the key of the suite's {@code recipient}, with {@code
   * ciphertext} where it stands beside.
   */
  Result decrypt(byte[] envelope, Optional<byte[]> ciphertext, String recipient)
      throws IOException, InterruptedException {
    Path keys = Suite.FOLDER.resolve("recipients").resolve(recipient).toAbsolutePath();
    Files.write(folder.resolve("envelope"), envelope);
    List<String> words =
        new ArrayList<>(
            List.of("cms -decrypt -binary -inform DER -in envelope -out decrypted".split(" ")));
    words.addAll(List.of("-inkey", keys.resolve("key.pem").toString()));
    words.addAll(List.of("-recip", keys.resolve("certificate.pem").toString()));
    if (ciphertext.isPresent()) {
      Files.write(folder.resolve("ciphertext"), ciphertext.get());
      words.addAll(List.of("-content", "ciphertext"));
    }
    return run(words.toArray(String[]::new));
  }

  /** What {@link #decrypt} wrote. */
  byte[] decrypted() throws IOException {
    return Files.readAllBytes(folder.resolve("decrypted"));
  }

  /** What {@link #verify} wrote. */
  byte[] verified() throws IOException {
    return Files.readAllBytes(folder.resolve("verified"));
  }
}
