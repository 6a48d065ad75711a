package org.safehand.store.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;

class KekFileTest {
  private static final SealContext CONTEXT =
      SealContext.ofCaseKey(KeyPurpose.EVIDENCE, new UUID(0, 1), 1);

  private final Path folder;

  KekFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void read_ofTheRightFile_givesTheSameKeyEachTime() throws Exception {
    Path file = keyStore("kek", 32);

    byte[] sealed = KekFile.read(file, "secret", new SecureRandom()).seal(new byte[32], CONTEXT);

    assertThat(KekFile.read(file, "secret", new SecureRandom()).open(sealed, CONTEXT))
        .isEqualTo(new byte[32]);
  }

  @Test
  void read_withAnotherPassword_isRefused() throws Exception {
    assertUnavailable(keyStore("kek", 32), "other");
  }

  @Test
  void read_ofAnotherAlias_isRefused() throws Exception {
    assertUnavailable(keyStore("key", 32), "secret");
  }

  @Test
  void read_ofAShorterKey_isRefused() throws Exception {
    assertUnavailable(keyStore("kek", 16), "secret");
  }

  @Test
  void read_ofNoFile_isRefused() {
    assertUnavailable(folder.resolve("absent.p12"), "secret");
  }

  private Path keyStore(String alias, int bytes) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setEntry(
        alias,
        new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[bytes], "AES")),
        new KeyStore.PasswordProtection("secret".toCharArray()));
    Path file = folder.resolve("kek.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "secret".toCharArray());
    }
    return file;
  }

  private static void assertUnavailable(Path file, String password) {
    assertThatThrownBy(() -> KekFile.read(file, password, new SecureRandom()))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.code()).isEqualTo(StoreCode.KEK_UNAVAILABLE));
  }
}
