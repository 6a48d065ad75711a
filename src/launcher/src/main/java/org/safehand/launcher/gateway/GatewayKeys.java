package org.safehand.launcher.gateway;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.KeyGenerator;
import org.safehand.custody.event.NodeKey;
import org.safehand.launcher.keyfile.KeyStoreFile;
import org.safehand.launcher.place.PrivateFiles;
import org.safehand.launcher.place.VarFolder;

/** The keys that are no certificates: the key-encryption key and the node's event key. */
public final class GatewayKeys {
  /** The id under which this node signs custody events. */
  public static final String NODE_ID = "gateway-1";

  private final VarFolder folder;
  private final SecureRandom random;

  public GatewayKeys(VarFolder folder, SecureRandom random) {
    this.folder = requireNonNull(folder, "folder is null");
    this.random = requireNonNull(random, "random is null");
  }

  /** PKCS #12 with the AES-256 key {@code kek}. */
  public Path kek() {
    return folder.secrets().resolve("kek.p12");
  }

  /** The node's Ed25519 key, PKCS #8 PEM. */
  public Path nodeKey() {
    return folder.secrets().resolve("node-key.pem");
  }

  /** The public keys of all nodes, one a line, for the sequencer and the audit. */
  public Path nodeKeys() {
    return folder.sequencer().resolve("node-keys");
  }

  /** Makes what is missing. */
  public void make(String password) throws GeneralSecurityException, IOException {
    if (!Files.exists(kek())) {
      KeyGenerator generator = KeyGenerator.getInstance("AES");
      generator.init(256, random);
      new KeyStoreFile(password).write(kek(), "kek", generator.generateKey());
    }
    if (!Files.exists(nodeKey())) {
      NodeKey key = NodeKey.generate(NODE_ID, random);
      PrivateFiles.write(nodeKeys(), key.verifierKey().toLine() + "\n");
      PrivateFiles.write(nodeKey(), key.toPem());
    }
  }
}
