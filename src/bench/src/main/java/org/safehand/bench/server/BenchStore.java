package org.safehand.bench.server;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.trust.LogTrust;
import org.safehand.launcher.gateway.GatewayEnvironment;
import org.safehand.launcher.gateway.GatewayKeys;
import org.safehand.launcher.place.Secrets;
import org.safehand.launcher.postgres.Role;
import org.safehand.launcher.sequencer.LogKeys;
import org.safehand.referral.id.CaseId;
import org.safehand.store.Face;
import org.safehand.store.Store;
import org.safehand.store.StoreConfiguration;
import org.safehand.store.unit.OwnDemarcation;
import org.safehand.store.unit.ViewHandle;

/**
 * The gateway's store outside the server, as one of its faces has it: the same persistence unit,
 * provider, role and keys; a pool and transactions of its own in place of the server's.
 */
public final class BenchStore implements AutoCloseable {
  private final HikariDataSource pool;
  private final EntityManagerFactory entities;
  private final Store store;

  private BenchStore(HikariDataSource pool, EntityManagerFactory entities, Store store) {
    this.pool = requireNonNull(pool, "pool is null");
    this.entities = requireNonNull(entities, "entities is null");
    this.store = requireNonNull(store, "store is null");
  }

  /**
   * A store over {@code database}.
   *
   * @param connections how many threads may use it at once; the role allows 40
   */
  public static BenchStore open(Workplace workplace, BenchDatabase database, int connections)
      throws IOException, GeneralSecurityException {
    return open(Face.DISPATCHER, Role.DISPATCHER, workplace, database, connections);
  }

  /** The same as the face towards people has it. */
  public static BenchStore openTowardsPeople(
      Workplace workplace, BenchDatabase database, int connections)
      throws IOException, GeneralSecurityException {
    return open(Face.EDGE, Role.EDGE, workplace, database, connections);
  }

  private static BenchStore open(
      Face face, Role role, Workplace workplace, BenchDatabase database, int connections)
      throws IOException, GeneralSecurityException {
    HikariDataSource pool = database.pool(role, connections);
    EntityManagerFactory entities = entities(face, pool);
    Store store =
        Store.over(
            face,
            configuration(workplace, database.secrets(), role),
            trust(workplace),
            entities,
            new OwnDemarcation(),
            Clock.systemUTC());
    return new BenchStore(pool, entities, store);
  }

  private static EntityManagerFactory entities(Face face, HikariDataSource pool) {
    return Persistence.createEntityManagerFactory(
        face == Face.EDGE ? "safehand-edge" : "safehand-dispatcher",
        Map.of(
            "jakarta.persistence.transactionType",
            "RESOURCE_LOCAL",
            "jakarta.persistence.jtaDataSource",
            pool,
            "jakarta.persistence.nonJtaDataSource",
            pool));
  }

  private static LogTrust trust(Workplace workplace) throws IOException {
    LogKeys keys = new LogKeys(workplace.folder(), new SecureRandom());
    return new LogTrust(GatewayEnvironment.LOG_ORIGIN, keys.verifierKeys(), List.of(), 0);
  }

  private static StoreConfiguration configuration(Workplace workplace, Secrets secrets, Role role)
      throws IOException, GeneralSecurityException {
    String password = secrets.password(GatewayEnvironment.PKI_PASSWORD);
    GatewayKeys keys = new GatewayKeys(workplace.folder(), new SecureRandom());
    keys.make(password);
    return new StoreConfiguration(
        workplace.folder().vault(),
        keys.kek(),
        password,
        keys.nodeKey(),
        GatewayKeys.NODE_ID,
        ViewHandle.ofPassword(secrets.password(role.login())));
  }

  /** The store itself. */
  public Store store() {
    return store;
  }

  /** Records {@code event} in a transaction of its own; on return it is durable. */
  public Digest record(CaseId caseId, CustodyEvent event) {
    return store.unitOfWork().run(() -> store.custodyRecorder().record(caseId, event));
  }

  @Override
  public void close() {
    entities.close();
    pool.close();
  }
}
