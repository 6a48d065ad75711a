package org.safehand.launcher.postgres;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safehand.launcher.archive.ServerFolder;
import org.safehand.launcher.archive.Versions;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.Secrets;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.process.Child;
import org.safehand.launcher.process.ChildSpec;
import org.safehand.launcher.process.Children;

/** Runs the database server of one platform. */
public final class PostgresServer {
  public static final String NAME = "postgres";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final VarFolder folder;
  private final Path configuration;
  private final ServerFolder servers;
  private final Children children;
  private final Secrets secrets;

  /**
   * @param configuration the folder with {@code postgresql.conf} and {@code pg_hba.conf}
   */
  public PostgresServer(
      VarFolder folder,
      Path configuration,
      ServerFolder servers,
      Children children,
      Secrets secrets) {
    this.folder = requireNonNull(folder, "folder is null");
    this.configuration = requireNonNull(configuration, "configuration is null");
    this.servers = requireNonNull(servers, "servers is null");
    this.children = requireNonNull(children, "children is null");
    this.secrets = requireNonNull(secrets, "secrets is null");
  }

  /** Starts the server and returns when it takes connections. */
  public void start(DatabaseAddress address)
      throws IOException, InterruptedException, LaunchException {
    Path home = PostgresHome.unpacked(servers, Versions.built());
    initialise(home);
    if (children.running(NAME)) {
      return;
    }
    Child child = children.start(spec(home, address));
    String password = secrets.password(Role.SUPERUSER.login());
    child.awaitReady(() -> connects(address, password), PATIENCE);
  }

  private void initialise(Path home) throws IOException, InterruptedException, LaunchException {
    if (Files.exists(data().resolve("PG_VERSION"))) {
      return;
    }
    Path partial = folder.root().resolve("postgres.partial");
    ServerFolder.delete(partial);
    List<String> command = new ArrayList<>(PostgresUser.prefix());
    command.addAll(
        List.of(
            home.resolve("bin/initdb").toString(),
            "--pgdata=" + partial,
            "--username=" + Role.SUPERUSER.login(),
            "--pwfile=" + secrets.passwordFile(Role.SUPERUSER.login()),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--data-checksums"));
    ChildSpec spec = new ChildSpec("initdb", command, Map.of(), folder.root());
    Child initdb = children.start(spec);
    if (!initdb.awaitEnd(PATIENCE) || !Files.exists(partial.resolve("PG_VERSION"))) {
      throw new LaunchException(
          LaunchCode.DATABASE_NOT_PREPARED, "initdb failed; see " + initdb.log().file());
    }
    Files.move(partial, data());
  }

  private ChildSpec spec(Path home, DatabaseAddress address) throws LaunchException {
    List<String> command = new ArrayList<>(PostgresUser.prefix());
    command.addAll(
        List.of(
            home.resolve("bin/postgres").toString(),
            "-D",
            data().toString(),
            "-c",
            "config_file=" + configuration.resolve("postgresql.conf"),
            "-c",
            "hba_file=" + configuration.resolve("pg_hba.conf"),
            "-c",
            "port=" + address.port()));
    return new ChildSpec(NAME, command, Map.of(), folder.root());
  }

  private Path data() {
    return folder.postgres();
  }

  private static boolean connects(DatabaseAddress address, String password) {
    try (Connection connection = address.connect("postgres", Role.SUPERUSER, password)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }
}
