package org.safehand.packaging.vectors.kinds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustException;
import org.safehand.custody.trust.TrustFolder;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientException;
import org.safehand.packaging.recipient.RecipientKey;

/** What a reader of the suite starts with: the trust folder and the keys that are kept in it. */
public final class Reader {
  private Reader() {}

  public static Trust trust() {
    try {
      return TrustFolder.read(Suite.FOLDER.resolve("trust"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TrustException e) {
      throw new AssertionError(e);
    }
  }

  public static RecipientKey recipient(String name) {
    Path folder = Suite.FOLDER.resolve("recipients").resolve(name);
    try {
      return RecipientKey.ofPem(
          Files.readString(folder.resolve("key.pem")),
          RecipientCertificate.ofPem(Files.readString(folder.resolve("certificate.pem"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RecipientException e) {
      throw new AssertionError(e);
    }
  }
}
