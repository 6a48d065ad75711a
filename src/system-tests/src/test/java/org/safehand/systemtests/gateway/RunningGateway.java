package org.safehand.systemtests.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.safehand.launcher.Platform;
import org.safehand.launcher.PlatformServer;
import org.safehand.launcher.authenticator.KeptApp;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.http.TrustedClient;
import org.safehand.launcher.keycloak.Person;
import org.safehand.launcher.place.Installation;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.port.PortName;
import org.safehand.launcher.port.Ports;
import org.safehand.launcher.postgres.DatabaseAddress;
import org.safehand.launcher.postgres.Databases;
import org.safehand.launcher.postgres.Role;
import org.safehand.launcher.signin.BrowserSignIn;
import org.safehand.launcher.signin.KeptPasswords;
import org.safehand.launcher.stage.ConsoleProgress;

/**
 * Everything, for real, on its own ports and in its own fresh folder: started once for all tests
 * and stopped when they end.
 */
public final class RunningGateway {
  /** Away from the ports of a gateway that somebody runs on this machine. */
  private static final int PORT_OFFSET = 1000;

  private static @Nullable RunningGateway running;

  private final Platform platform;
  private final Path home;
  private final Map<String, Api> people = new HashMap<>();
  private @Nullable Delivery delivered;

  private RunningGateway(Platform platform, Path home) {
    this.platform = platform;
    this.home = home;
  }

  /** The one gateway of this test run; the first call starts it. */
  public static synchronized RunningGateway get() {
    if (running == null) {
      running = start();
    }
    return running;
  }

  private static RunningGateway start() {
    Path home = Path.of("..", "..").toAbsolutePath().normalize();
    Path state = home.resolve("src/system-tests/target/var");
    try {
      Platform platform =
          new Platform(new Installation(home), new VarFolder(state), Ports.withOffset(PORT_OFFSET));
      platform.down(new ConsoleProgress(System.out));
      empty(state);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform), "stop-gateway"));
      platform.up(new ConsoleProgress(System.out));
      return new RunningGateway(platform, home);
    } catch (LaunchException | IOException e) {
      throw new IllegalStateException("the gateway does not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Forgets what an earlier run left: nobody has signed in yet, and no case is there. */
  private static void empty(Path state) throws IOException {
    if (Files.exists(state)) {
      try (Stream<Path> files = Files.walk(state)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void stop(Platform platform) {
    try {
      platform.down(new ConsoleProgress(System.out));
    } catch (LaunchException e) {
      throw new IllegalStateException("the gateway does not stop: " + e.getMessage(), e);
    }
  }

  public Api officer() {
    return person("officer1");
  }

  public Api otherOfficer() {
    return person("officer2");
  }

  public Api supervisor() {
    return person("supervisor1");
  }

  public Api otherSupervisor() {
    return person("supervisor2");
  }

  /** Somebody who may do both, though never on one case. */
  public Api officerAndSupervisor() {
    return person("duty1");
  }

  public Api auditor() {
    return person("auditor1");
  }

  public Api administrator() {
    return person("administrator1");
  }

  /** Without whom the first can change nothing. */
  public Api otherAdministrator() {
    return person("administrator2");
  }

  /** The liaison of an agency. */
  public Api liaison(String agency) {
    return person(agency.equals("AG-N-001") ? "liaison-north" : "liaison-south");
  }

  /** A connection of the superuser to the database of the gateway. */
  public Connection database() throws SQLException, IOException {
    DatabaseAddress address = new DatabaseAddress(platform.ports().number(PortName.POSTGRES));
    return DriverManager.getConnection(
        address.url(Databases.SAFEHAND),
        Role.SUPERUSER.login(),
        platform.secrets().password(Role.SUPERUSER.login()));
  }

  /** Nobody: without a token. */
  public Api anonymous() {
    return new Api(client(), origin(), () -> "");
  }

  private synchronized Api person(String username) {
    return people.computeIfAbsent(username, this::signIn);
  }

  private Api signIn(String username) {
    BrowserSignIn browser = browser(username);
    return new Api(client(), origin(), () -> browser.token().value(), browser::stepUp);
  }

  /** A browser without cookies, in which one of the demonstration's people signs in. */
  public BrowserSignIn browser(String username) {
    return new BrowserSignIn(
        URI.create(platform.issuer()),
        username,
        new KeptPasswords(platform.secrets(), named(username)),
        new KeptApp(platform.secrets(), named(username)),
        tls(),
        new SecureRandom(),
        Clock.systemUTC());
  }

  Person named(String username) {
    try {
      return platform.people().stream()
          .filter(person -> person.username().equals(username))
          .findFirst()
          .orElseThrow();
    } catch (LaunchException e) {
      throw new IllegalStateException(e);
    }
  }

  public Platform platform() {
    return platform;
  }

  /**
   * A referral with a text and a random file that was delivered to AG-N-001, once for all tests.
   */
  public synchronized Delivery delivered() throws Exception {
    if (delivered == null) {
      delivered =
          deliver(
              Sample.text("note.txt", "a synthetic note\n"),
              Sample.random("random.bin", (20L << 20) + 1, 5));
    }
    return requireNonNull(delivered, "delivered is null");
  }

  /** Takes a referral with {@code samples} from draft to signed receipt. */
  public Delivery deliver(Sample... samples) throws Exception {
    String referral = Referrals.open(officer(), Documents.good());
    for (Sample sample : samples) {
      assertThat(Referrals.add(officer(), referral, sample).status()).isEqualTo(201);
    }
    String digest = Referrals.seal(officer(), referral);
    Api.Answer released = Referrals.release(supervisor(), referral, digest, "AG-N-001");
    assertThat(released.status()).as(released.text()).isEqualTo(200);
    String dispatch = Referrals.dispatches(supervisor(), referral).get(0);
    Referrals.awaitDispatch(supervisor(), dispatch, "DELIVERED");
    return new Delivery(referral, digest, dispatch, List.of(samples), receivedPackage(dispatch));
  }

  private Path receivedPackage(String dispatch) throws IOException {
    try (Stream<Path> files = Files.walk(agencyFolder())) {
      return files
          .filter(file -> file.endsWith(Path.of(dispatch, "package.asice")))
          .findFirst()
          .orElseThrow(() -> new AssertionError("the agency has no package of " + dispatch));
    }
  }

  /** Ends the gateway as a power failure would: {@code kill -9}. */
  public void kill() throws Exception {
    platform.kill(PlatformServer.GATEWAY);
  }

  public void restart() throws Exception {
    platform.startGateway();
  }

  /** Mirrors the published log into {@code folder}, with the command that people use. */
  public Path exportLog(Path folder) throws Exception {
    Command mirrored =
        safehand(
            "log",
            "mirror",
            "--server",
            platform.origin(),
            "--ca",
            platform.rootCertificate().toString(),
            "--out",
            folder.toString());
    assertThat(mirrored.exitCode()).as(mirrored.output()).isZero();
    return folder;
  }

  public Command verifyLog(Path log) throws Exception {
    return safehand("verify", "log", log.toString(), "--trust", trust().toString());
  }

  public Command verifyPackage(Path file) throws Exception {
    return safehand("verify", "package", file.toString(), "--trust", trust().toString());
  }

  public Command open(Path file, Path folder) throws Exception {
    return safehand(
        "open",
        file.toString(),
        "--key",
        agencyKey().toString(),
        "--cert",
        agencyCertificate().toString(),
        "--trust",
        trust().toString(),
        "--out",
        folder.toString());
  }

  /** Runs {@code ./safehand} with {@code words}. */
  public Command safehand(String... words) throws IOException, InterruptedException {
    return Command.run(
        home,
        Stream.concat(Stream.of(home.resolve("safehand").toString()), Stream.of(words)).toList());
  }

  /** The checkout. */
  public Path home() {
    return home;
  }

  public Path trust() {
    return platform.folder().trust();
  }

  public Path agencyFolder() {
    return platform.folder().agency();
  }

  public Path agencyKey() {
    return agencyFolder().resolve("pki/key.pem");
  }

  public Path agencyCertificate() {
    return agencyFolder().resolve("pki/cert.pem");
  }

  /** How many bytes the vault holds. */
  public long vaultBytes() throws IOException {
    try (Stream<Path> files = Files.walk(platform.folder().vault())) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** How the gateway's process was started. */
  public String gatewayCommandLine() throws IOException, InterruptedException {
    String folder = platform.folder().wildfly().toString();
    return Command.run(home, List.of("ps", "-ww", "-eo", "args"))
        .output()
        .lines()
        .filter(line -> line.contains("java") && line.contains(folder))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no gateway runs in " + folder));
  }

  public SSLContext tls() {
    try {
      return TrustedClient.context(platform.rootCertificate());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10))
        .sslContext(tls())
        .build();
  }

  private URI origin() {
    return URI.create(platform.origin());
  }
}
