package org.safehand.store.sample;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.safehand.custody.event.NodeKey;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.NodeKeys;
import org.safehand.referral.registry.Registry;
import org.safehand.store.Face;
import org.safehand.store.Store;
import org.safehand.store.StoreConfiguration;
import org.safehand.store.database.TestDatabase;
import org.safehand.store.registry.FirstRegistry;
import org.safehand.store.unit.OwnDemarcation;

/** A whole store, outside the server, over a database and a folder of its own. */
public final class TestStore {
  private static final String PASSWORD = "not-a-secret";
  private static final Path ALL = untilTheEnd();

  private final TestDatabase database;
  private final Store store;
  private final LogKey logKey = LogKey.generate("safehand.example.org/log", new SecureRandom());
  private final NodeKey nodeKey = NodeKey.generate("node-1", new SecureRandom());
  private final Path folder;

  private TestStore(Path folder) throws IOException, GeneralSecurityException {
    this.folder = folder;
    this.database = TestDatabase.migrated();
    putFirstRegistry();
    EntityManagerFactory entities = database.entities();
    this.store = over(entities);
  }

  /** A store over an empty, migrated database; its files are temporary. */
  public static TestStore create() {
    try {
      return new TestStore(Files.createTempDirectory(ALL, ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A folder that is there until the last test ends; stores have threads that outlast theirs. */
  private static Path untilTheEnd() {
    try {
      Path folder = Files.createTempDirectory("safehand-store");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void putFirstRegistry() {
    try (Connection owner = database.as("safehand_migrate").getConnection();
        Statement become = owner.createStatement()) {
      become.execute("set role safehand_owner");
      new FirstRegistry(owner).put(Registry.first(List.of(), List.of()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Another node's store, or this one's after it was started anew, over the same database. */
  public Store reopened() {
    try {
      return over(database.entities());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public Store store() {
    return store;
  }

  public TestDatabase database() {
    return database;
  }

  /** Who signs the log, without witnesses. */
  public LogTrust trust() {
    return new LogTrust(logKey.name(), List.of(logKey.verifierKey()), List.of(), 0);
  }

  /** The one node, as an audit knows it. */
  public NodeKeys nodes() {
    return NodeKeys.parse(nodeKey.verifierKey().toLine());
  }

  /** The key of the log, which in operation the sequencer alone has. */
  public LogKey logKey() {
    return logKey;
  }

  public NodeKey nodeKey() {
    return nodeKey;
  }

  public Path folder() {
    return folder;
  }

  /** Does {@code work} in a unit of work. */
  public <T> T inUnit(Supplier<T> work) {
    return store.unitOfWork().run(work);
  }

  /** Does {@code work} in a unit of work. */
  public void unit(Runnable work) {
    inUnit(
        () -> {
          work.run();
          return true;
        });
  }

  /** The store of the face towards people, on its own role, over the same database and keys. */
  public Store edge() {
    try {
      return over(Face.EDGE, database.entities("safehand_edge"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same, over connections that {@code watch} has wrapped. */
  public Store edge(UnaryOperator<DataSource> watch) {
    try {
      return over(Face.EDGE, TestDatabase.entities(watch.apply(database.as("safehand_edge"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The store of the face that sends, on its own role, over the same database and keys. */
  public Store dispatcher() {
    try {
      return over(Face.DISPATCHER, database.entities("safehand_dispatcher"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Store over(EntityManagerFactory entities) throws IOException, GeneralSecurityException {
    return over(Face.DISPATCHER, entities);
  }

  private Store over(Face face, EntityManagerFactory entities)
      throws IOException, GeneralSecurityException {
    return Store.over(
        face, configuration(), trust(), entities, new OwnDemarcation(), Clock.systemUTC());
  }

  private StoreConfiguration configuration() throws IOException, GeneralSecurityException {
    Path kek = folder.resolve("kek.p12");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setEntry(
        "kek",
        new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[32], "AES")),
        new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
    try (OutputStream out = Files.newOutputStream(kek)) {
      keys.store(out, PASSWORD.toCharArray());
    }
    return new StoreConfiguration(
        folder.resolve("vault"),
        kek,
        PASSWORD,
        Files.writeString(folder.resolve("node.pem"), nodeKey.toPem()),
        nodeKey.nodeId(),
        TestDatabase.HANDLE);
  }
}
