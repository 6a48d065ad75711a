package org.safehand.packaging.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.function.Predicate;
import org.safehand.custody.encoding.PemText;
import org.safehand.packaging.header.PackageNames;

/** A folder and a shell in which somebody follows OPEN.txt with the real tools. */
public final class OpenTextShell {
  private static final String AFTER =
      "status=$?; if [ $status -ne 0 ]; then echo \"STOPPED with $status\"; exit 1; fi\n";

  private static final String COMMAND = "    ";
  private static final String BARRED = "   | ";

  private final Path folder;

  /** Works in {@code folder}; commands that lie in its folder {@code bin} are found first. */
  public OpenTextShell(Path folder) {
    this.folder = requireNonNull(folder, "folder is null");
  }

  /** Whether openssl 3, unzip and sha256sum are on this machine. */
  public boolean hasTools() throws IOException, InterruptedException {
    String found = run("openssl version; unzip -v | head -1; sha256sum --version | head -1");
    return found.contains("OpenSSL 3.") && found.contains("UnZip") && found.contains("sha256sum");
  }

  /** Pastes every command of the package's own OPEN.txt; what they print. */
  public String follow(byte[] file, TestAuthority agency)
      throws IOException, InterruptedException, CertificateEncodingException {
    return paste(file, agency, line -> line.startsWith(COMMAND));
  }

  /** The same with the commands for a newer openssl in place of those with safehand. */
  public String followWithNewOpenssl(byte[] file, TestAuthority agency)
      throws IOException, InterruptedException, CertificateEncodingException {
    return paste(
        file,
        agency,
        line ->
            line.startsWith(BARRED)
                || (line.startsWith(COMMAND)
                    && !line.startsWith(COMMAND + "safehand ")
                    && !line.startsWith(COMMAND + "cp opened/")));
  }

  private String paste(byte[] file, TestAuthority agency, Predicate<String> wanted)
      throws IOException, InterruptedException, CertificateEncodingException {
    place(file, agency);
    String text = new String(Forgery.of(file).content(PackageNames.OPEN_TXT), UTF_8);
    StringBuilder script = new StringBuilder();
    text.lines()
        .filter(wanted)
        .map(line -> line.startsWith(BARRED) ? line.substring(BARRED.length()) : line)
        .forEach(command -> script.append(command).append('\n').append(AFTER));
    return run(script.toString());
  }

  /** Puts the package, the keys of {@code agency} and the root into the folder. */
  public void place(byte[] file, TestAuthority agency)
      throws IOException, CertificateEncodingException {
    Files.write(folder.resolve("package.asice"), file);
    pem("ROOT.pem", "CERTIFICATE", TestPki.ROOT.certificate().getEncoded());
    pem("CERT.pem", "CERTIFICATE", agency.certificate().getEncoded());
    pem("KEY.pem", "PRIVATE KEY", agency.keys().getPrivate().getEncoded());
  }

  /** Runs {@code script} to its end; what it prints. */
  public String run(String script) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("commands.sh"), script);
    ProcessBuilder shell =
        new ProcessBuilder("sh", file.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    shell
        .environment()
        .merge("PATH", folder.resolve("bin").toString(), (old, own) -> own + ":" + old);
    Process process = shell.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    Files.delete(file);
    return output;
  }

  private void pem(String name, String type, byte[] der) throws IOException {
    Files.writeString(folder.resolve(name), PemText.encode(type, der));
  }
}
