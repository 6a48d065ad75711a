package org.safehand.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLSocketFactory;
import org.safehand.custody.audit.LogAudit;
import org.safehand.custody.event.NodeKey;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.NodeKeys;
import org.safehand.packaging.sample.TestLog;
import org.safehand.store.Face;
import org.safehand.store.Store;
import org.safehand.store.StoreConfiguration;
import org.safehand.store.key.KekFile;
import org.safehand.store.unit.Demarcation;
import org.safehand.store.unit.ViewHandle;
import org.safehand.web.door.Resources;
import org.safehand.web.provider.ClientKey;
import org.safehand.web.provider.ProviderConnection;
import org.safehand.web.signin.CurrentActor;
import org.safehand.web.signin.Installation;
import org.safehand.web.stepup.SecondFactor;

/**
 * The resources that this face hands over to JAX-RS, made by the code that makes them in the
 * server. Behind them stand a store without a database and a provider that nobody asks: they are
 * looked at, not used.
 */
public final class RegisteredResources {
  private static final String PASSWORD = "synthetic";
  private static final URI ISSUER = URI.create("https://id.example.org/realms/safehand");

  private final Path folder;
  private final SecureRandom random = new SecureRandom();
  private final Clock clock = Clock.systemUTC();

  private RegisteredResources(Path folder) {
    this.folder = folder;
  }

  /** The resources; {@code folder} is empty and takes the keys that they are made with. */
  public static Resources in(Path folder) {
    try {
      return new RegisteredResources(folder).made();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Resources made() throws IOException, GeneralSecurityException {
    LogTrust log = new TestLog(UUID.randomUUID()).trust();
    NodeKey node = NodeKey.generate("node-1", random);
    LogAudit audit = new LogAudit(log, NodeKeys.parse(node.verifierKey().toLine()));
    Instrument instrument = new Instrument("gateway.example.org", "safehand-web", "1");
    UseCases useCases =
        new UseCases(Tools.over(store(log, node), instrument, audit, clock, Runnable::run));
    return useCases.resources(new CurrentActor(), secondFactor(useCases));
  }

  private SecondFactor secondFactor(UseCases useCases)
      throws IOException, GeneralSecurityException {
    Installation here =
        new Installation(true, "https://gateway.example.org", ISSUER, folder, folder);
    ProviderConnection provider =
        new ProviderConnection(ISSUER, (SSLSocketFactory) SSLSocketFactory.getDefault());
    return SecondFactor.of(here, provider, clientKey(), useCases.grantStepUp(), clock);
  }

  private ClientKey clientKey() throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key));
    return ClientKey.read(Files.writeString(folder.resolve("client.pem"), pem, US_ASCII));
  }

  private Store store(LogTrust log, NodeKey node) throws IOException, GeneralSecurityException {
    Path kek = folder.resolve("kek.p12");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setEntry(
        KekFile.ALIAS,
        new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[32], "AES")),
        new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
    try (OutputStream out = Files.newOutputStream(kek)) {
      keys.store(out, PASSWORD.toCharArray());
    }
    StoreConfiguration configuration =
        new StoreConfiguration(
            folder.resolve("vault"),
            kek,
            PASSWORD,
            Files.writeString(folder.resolve("node.pem"), node.toPem(), US_ASCII),
            node.nodeId(),
            ViewHandle.ofPassword(PASSWORD));
    return Store.over(Face.EDGE, configuration, log, noDatabase(), new NoTransaction(), clock);
  }

  private static EntityManagerFactory noDatabase() {
    return (EntityManagerFactory)
        Proxy.newProxyInstance(
            RegisteredResources.class.getClassLoader(),
            new Class<?>[] {EntityManagerFactory.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException("there is no database: " + method.getName());
            });
  }

  /** Where there is no database there is nothing to begin. */
  private static final class NoTransaction implements Demarcation {
    @Override
    public void begin(EntityManager entities) {
      throw new UnsupportedOperationException("begin");
    }

    @Override
    public void commit(EntityManager entities) {
      throw new UnsupportedOperationException("commit");
    }

    @Override
    public void rollback(EntityManager entities) {
      throw new UnsupportedOperationException("rollback");
    }
  }
}
