package org.safehand.launcher;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.safehand.launcher.agency.AgencyServer;
import org.safehand.launcher.archive.ServerFolder;
import org.safehand.launcher.authority.AuthorityProcess;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.gateway.EndpointRegistry;
import org.safehand.launcher.gateway.GatewayEnvironment;
import org.safehand.launcher.keycloak.ClientKey;
import org.safehand.launcher.keycloak.KeycloakServer;
import org.safehand.launcher.keyfile.KeyStoreFile;
import org.safehand.launcher.pki.AuthorityFiles;
import org.safehand.launcher.pki.CertificateFolders;
import org.safehand.launcher.pki.DevelopmentPki;
import org.safehand.launcher.pki.RevocationLists;
import org.safehand.launcher.place.Installation;
import org.safehand.launcher.place.PrivateFiles;
import org.safehand.launcher.place.Secrets;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.port.PortName;
import org.safehand.launcher.port.Ports;
import org.safehand.launcher.postgres.Bootstrap;
import org.safehand.launcher.postgres.DatabaseAddress;
import org.safehand.launcher.postgres.Databases;
import org.safehand.launcher.postgres.PostgresServer;
import org.safehand.launcher.postgres.RegistryImport;
import org.safehand.launcher.postgres.Role;
import org.safehand.launcher.process.Children;
import org.safehand.launcher.sequencer.LogKeys;
import org.safehand.launcher.sequencer.SequencerServer;
import org.safehand.launcher.stage.Progress;
import org.safehand.launcher.stage.Stages;
import org.safehand.launcher.trust.TrustExport;
import org.safehand.launcher.wildfly.WildFlyServer;
import org.safehand.launcher.witness.WitnessKeys;
import org.safehand.launcher.witness.WitnessProcess;

/** One start of a platform: which step waits for which. */
final class PlatformStart {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Platform platform;
  private final Installation installation;
  private final VarFolder folder;
  private final Ports ports;
  private final Children children;
  private final Secrets secrets;
  private final BouncyCastleProvider provider;
  private final SecureRandom random;
  private final Clock clock;

  PlatformStart(
      Platform platform, BouncyCastleProvider provider, SecureRandom random, Clock clock) {
    this.platform = requireNonNull(platform, "platform is null");
    this.installation = platform.installation();
    this.folder = platform.folder();
    this.ports = platform.ports();
    this.children = platform.children();
    this.secrets = platform.secrets();
    this.provider = requireNonNull(provider, "provider is null");
    this.random = requireNonNull(random, "random is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  void run(Progress progress) throws LaunchException, InterruptedException {
    try (FolderClaim claim = FolderClaim.of(folder, ports)) {
      requireNonNull(claim, "claim is null");
      Thread undo = new Thread(this::undo, "undo");
      Runtime.getRuntime().addShutdownHook(undo);
      try {
        requireFreePorts();
        stopOutdatedGateway();
        stages(progress);
      } catch (LaunchException | InterruptedException | IOException | RuntimeException e) {
        undo();
        throw e;
      } finally {
        Runtime.getRuntime().removeShutdownHook(undo);
      }
    } catch (IOException e) {
      throw Platform.unusable(e);
    }
  }

  private void undo() {
    try {
      children.killStarted();
    } catch (IOException | LaunchException e) {
      throw new IllegalStateException("a started process could not be ended", e);
    }
  }

  private void requireFreePorts() throws IOException, LaunchException {
    for (PlatformServer server : PlatformServer.values()) {
      if (!children.running(server.processName())) {
        for (PortName port : server.ports()) {
          ports.requireFree(port);
        }
      }
    }
  }

  private void stopOutdatedGateway() throws IOException, LaunchException {
    if (children.running(WildFlyServer.NAME)
        && new WildFlyServer(installation, folder, children).outdated()) {
      children.stop(WildFlyServer.NAME, PATIENCE);
    }
  }

  private void stages(Progress progress) throws LaunchException, InterruptedException {
    DatabaseAddress database = new DatabaseAddress(ports.number(PortName.POSTGRES));
    WildFlyServer gateway = new WildFlyServer(installation, folder, children);
    KeycloakServer keycloak = new KeycloakServer(installation, folder, ports, secrets, children);
    try (Stages stages = new Stages(progress)) {
      Stages.Stage certificates = stages.add("Certificates and keys", this::certificates);
      Stages.Stage data = stages.add("PostgreSQL, roles and migrations", () -> database(database));
      Stages.Stage registry =
          stages.add("First endpoint registry", () -> registry(database), certificates, data);
      Stages.Stage authorities =
          stages.add(
              "Revocation lists and time-stamps",
              () ->
                  new AuthorityProcess(installation, folder, children)
                      .start(ports, secrets.password(GatewayEnvironment.PKI_PASSWORD)),
              certificates);
      Stages.Stage provider = stages.add("Keycloak unpacked and built", keycloak::prepare);
      stages.add(
          "Keycloak with the realm",
          () -> keycloak.start(database, GatewayEnvironment.origin(ports)),
          provider,
          certificates,
          data);
      Stages.Stage server =
          stages.add(
              "WildFly unpacked and configured",
              () -> gateway.prepare(platform.environment()),
              certificates);
      Stages.Stage witness =
          stages.add(
              "Witness",
              () ->
                  new WitnessProcess(installation, folder, children)
                      .start(ports, new WitnessKeys(folder, random), new LogKeys(folder, random)),
              certificates);
      stages.add(
          "Sequencer",
          () ->
              new SequencerServer(installation, folder, children)
                  .start(
                      database,
                      secrets,
                      new LogKeys(folder, random),
                      platform.gatewayKeys().nodeKeys(),
                      List.of(WitnessProcess.line(ports, new WitnessKeys(folder, random)))),
          witness,
          data);
      stages.add(
          "Receiving agency",
          () ->
              new AgencyServer(installation, folder, children)
                  .start(
                      ports.number(PortName.AGENCY),
                      secrets.password(GatewayEnvironment.PKI_PASSWORD)),
          certificates);
      stages.add(
          "Gateway", () -> gateway.start(platform.environment()), server, registry, authorities);
      stages.await();
    }
  }

  private void certificates() throws GeneralSecurityException, IOException {
    String password = secrets.password(GatewayEnvironment.PKI_PASSWORD);
    AuthorityFiles files = new AuthorityFiles(folder.authorities(), password);
    String authorities = GatewayEnvironment.authorities(ports);
    DevelopmentPki pki = new DevelopmentPki(files, authorities + "/crl", provider, random, clock);
    if (!pki.complete()) {
      Path agency = folder.agency().resolve("pki");
      pki.make(new CertificateFolders(folder.pki(), agency, folder.pickUpAgency(), password));
    }
    pki.makeResponders();
    new RevocationLists(files, folder.crls(), provider, clock).publish();
    new TrustExport(folder, files, new KeyStoreFile(password))
        .write(
            GatewayEnvironment.LOG_ORIGIN,
            new LogKeys(folder, random).verifierKeys(),
            new WitnessKeys(folder, random).verifierKey());
    platform.gatewayKeys().make(password);
    for (ClientKey key : ClientKey.values()) {
      key.make(folder.secrets(), random);
    }
    PrivateFiles.folder(folder.vault());
    PrivateFiles.folder(folder.audit());
    new EndpointRegistry(folder, new KeyStoreFile(password), files, authorities)
        .write(
            "https://localhost:%d/delivery".formatted(ports.number(PortName.AGENCY)),
            GatewayEnvironment.origin(ports));
  }

  private void registry(DatabaseAddress address) throws IOException, LaunchException {
    new RegistryImport(address.url(Databases.SAFEHAND), secrets.password(Role.MIGRATE.login()))
        .once(folder.endpoints());
  }

  private void database(DatabaseAddress address)
      throws IOException, InterruptedException, LaunchException {
    Path configuration = installation.config("postgresql");
    ServerFolder servers = new ServerFolder(installation.servers());
    new PostgresServer(folder, configuration, servers, children, secrets).start(address);
    new Databases(address, configuration, secrets).prepare();
    new Bootstrap(address.url(Databases.SAFEHAND), secrets.password(Role.MIGRATE.login()))
        .once(Bootstrap.founders(platform.people(), platform.machines()));
  }
}
