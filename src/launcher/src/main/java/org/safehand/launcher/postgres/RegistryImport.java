package org.safehand.launcher.postgres;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.safehand.custody.json.JsonException;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.referral.registry.Registry;
import org.safehand.referral.registry.RegistryDocument;
import org.safehand.store.registry.FirstRegistry;

/** Puts the registry into the database with which a gateway begins, as the owner, once. */
public final class RegistryImport {
  private final OwnerConnection owner;

  /**
   * @param url the JDBC address of the gateway's database
   * @param password of the role that becomes its owner
   */
  public RegistryImport(String url, String password) {
    this.owner = new OwnerConnection(url, password);
  }

  /**
   * What an operator runs: the registry of {@code file} into the database of {@code
   * SAFEHAND_DB_URL} with the password {@code SAFEHAND_MIGRATE_PASSWORD}.
   *
   * @return how many agencies there are now
   * @throws LaunchException registry-refused, registry-done or database-not-prepared
   */
  public static int run(Path file, Map<String, String> environment) throws LaunchException {
    Registry registry = read(file);
    RegistryImport imported =
        new RegistryImport(
            Bootstrap.required(environment, "SAFEHAND_DB_URL"),
            Bootstrap.required(environment, "SAFEHAND_MIGRATE_PASSWORD"));
    if (!imported.once(registry)) {
      throw new LaunchException(
          LaunchCode.REGISTRY_DONE,
          "there is a registry already; from now on changes are proposed");
    }
    return registry.agencies().size();
  }

  /** The same for the registry of {@code file}, which may be there already. */
  public void once(Path file) throws LaunchException {
    once(read(file));
  }

  private boolean once(Registry registry) throws LaunchException {
    requireNonNull(registry, "registry is null");
    try {
      return owner.with(connection -> new FirstRegistry(connection).put(registry));
    } catch (SQLException e) {
      throw new LaunchException(
          LaunchCode.DATABASE_NOT_PREPARED, "first registry: " + e.getMessage(), e);
    }
  }

  private static Registry read(Path file) throws LaunchException {
    try {
      return RegistryDocument.first(Files.readAllBytes(file));
    } catch (IOException | JsonException | IllegalArgumentException e) {
      throw new LaunchException(LaunchCode.REGISTRY_REFUSED, file + ": " + e.getMessage(), e);
    }
  }
}
