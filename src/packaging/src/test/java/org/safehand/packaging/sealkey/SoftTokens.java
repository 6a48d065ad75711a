package org.safehand.packaging.sealkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tokens of SoftHSM, which all must be there before its library is first loaded. */
final class SoftTokens {
  static final String PIN = "648219";
  static final String LABEL = "seal";

  private static final String OFFICER_PIN = "93715024";
  private static final Pattern SLOT = Pattern.compile("reassigned to slot ([0-9]+)");
  private static final List<String> LIBRARIES =
      List.of(
          "/usr/lib/softhsm/libsofthsm2.so",
          "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
          "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
          "/usr/lib64/pkcs11/libsofthsm2.so",
          "/usr/local/lib/softhsm/libsofthsm2.so",
          "/opt/homebrew/lib/softhsm/libsofthsm2.so");

  private final Path library;
  private final Path folder;
  private final Map<String, Integer> slots = new HashMap<>();

  private SoftTokens(Path library, Path folder) {
    this.library = library;
    this.folder = folder;
  }

  /** The library, where SoftHSM is installed and this process was told where its tokens are. */
  static Optional<Path> library() {
    return System.getenv("SOFTHSM2_CONF") == null
        ? Optional.empty()
        : LIBRARIES.stream().map(Path::of).filter(Files::exists).findFirst();
  }

  /** New tokens of these names, without keys. */
  static SoftTokens named(List<String> names) throws Exception {
    Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
    SoftTokens tokens =
        new SoftTokens(library().orElseThrow(), configuration.resolveSibling("tokens"));
    tokens.clear();
    Files.createDirectories(tokens.folder);
    Files.writeString(configuration, "directories.tokendir = " + tokens.folder + "\n");
    for (String name : names) {
      tokens.slots.put(name, tokens.create(name));
    }
    return tokens;
  }

  /** The slot of {@code name}. */
  int slot(String name) {
    return Optional.ofNullable(slots.get(name)).orElseThrow();
  }

  /** The key under {@link #LABEL} in {@code name}, whose PIN is in {@code pin}. */
  SealToken token(String name, Path pin) {
    return new SealToken(library, slot(name), LABEL, pin);
  }

  /** Puts a key that stays there, with its certificate, into {@code name}. */
  void put(String name, PrivateKey key, X509Certificate certificate) throws Exception {
    put(name, "", key, certificate);
  }

  /** The same, with a key that the token gives to whoever asks. */
  void putExtractable(String name, PrivateKey key, X509Certificate certificate) throws Exception {
    String attributes =
        "attributes(import, CKO_PRIVATE_KEY, *) = { CKA_EXTRACTABLE = true CKA_SENSITIVE = false }";
    put(name, attributes, key, certificate);
  }

  private void put(String name, String attributes, PrivateKey key, X509Certificate certificate)
      throws Exception {
    String configuration =
        String.join(
            "\n", "--name = Provision", "library = " + library, "slot = " + slot(name), attributes);
    if (Security.getProvider("SunPKCS11").configure(configuration)
        instanceof AuthProvider provider) {
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, PIN.toCharArray());
      store.setKeyEntry(LABEL, key, null, new Certificate[] {certificate});
      // a token is logged in to for the whole process: whoever opens it next must know the PIN
      provider.logout();
      return;
    }
    throw new IllegalStateException("the provider has no login");
  }

  /** Takes every token out. */
  void clear() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Takes {@code name} out, with all that it holds. */
  void remove(String name) throws Exception {
    run("softhsm2-util", "--delete-token", "--token", name);
  }

  private int create(String name) throws Exception {
    String output =
        run(
            "softhsm2-util",
            "--init-token",
            "--free",
            "--label",
            name,
            "--so-pin",
            OFFICER_PIN,
            "--pin",
            PIN);
    Matcher slot = SLOT.matcher(output);
    assertThat(slot.find()).as(output).isTrue();
    return Integer.parseInt(slot.group(1));
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
