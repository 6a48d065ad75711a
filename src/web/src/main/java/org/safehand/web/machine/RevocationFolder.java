package org.safehand.web.machine;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safehand.packaging.validity.RevocationLists;

/**
 * The folder of revocation lists, one file each in DER. The exchange face fetches them into it; a
 * node without that face has it shared or filled by hand. It is read anew each time.
 */
public final class RevocationFolder {
  private static final Logger LOG = System.getLogger(RevocationFolder.class.getName());
  private static final String VARIABLE = "SAFEHAND_CRL";

  private final Path folder;

  public RevocationFolder(Path folder) {
    this.folder = requireNonNull(folder, "folder is null");
  }

  /** The folder SAFEHAND_CRL, which the server's listener for machines needs as well. */
  public static RevocationFolder of(Map<String, String> environment) {
    String folder = environment.get(VARIABLE);
    if (folder == null || folder.isBlank()) {
      throw new IllegalArgumentException(VARIABLE + " is not set");
    }
    return new RevocationFolder(Path.of(folder));
  }

  /** Every list that can be read; whose it is and whether it holds is for who asks. */
  List<X509CRL> lists() {
    List<X509CRL> lists = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.crl")) {
      for (Path file : files) {
        read(file, lists);
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.log(Level.WARNING, "{0} cannot be read: {1}", folder, e.getMessage());
    }
    return lists;
  }

  /** One file that is none, or goes away while it is read, takes no other list with it. */
  private static void read(Path file, List<X509CRL> lists) {
    try {
      lists.add(RevocationLists.read(Files.readAllBytes(file)));
    } catch (IOException | GeneralSecurityException e) {
      LOG.log(Level.WARNING, "{0} is no revocation list: {1}", file, e.getMessage());
    }
  }
}
