package org.safehand.launcher.demo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.log.LogExport;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.launcher.Platform;
import org.safehand.launcher.authenticator.KeptApp;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.http.TrustedClient;
import org.safehand.launcher.keycloak.Person;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.signin.BrowserSignIn;
import org.safehand.launcher.signin.KeptPasswords;
import org.safehand.launcher.stage.Progress;

/** Runs the demonstration on a platform that is up. */
public final class Demo {
  /** The agency that runs a server; its liaison fetches the package too. */
  private static final String AGENCY = "AG-N-001";

  private final Platform platform;
  private final DemoFolder folder;
  private final Progress progress;
  private final SecureRandom random;
  private final Clock clock;

  public Demo(Platform platform, Progress progress, SecureRandom random, Clock clock) {
    this.platform = requireNonNull(platform, "platform is null");
    this.folder = new DemoFolder(platform.folder().demo());
    this.progress = requireNonNull(progress, "progress is null");
    this.random = requireNonNull(random, "random is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** A step of the demonstration. */
  private interface Step<T> {
    T take()
        throws IOException, InterruptedException, LaunchException, JsonException, NoteException;
  }

  private interface Action {
    void take()
        throws IOException, InterruptedException, LaunchException, JsonException, NoteException;
  }

  /** Every step, each ticked with its duration; the first that does not hold is thrown. */
  public void run() throws LaunchException, InterruptedException {
    Map<String, DemoExhibit> exhibits = exhibits();
    GatewayClient officer = signIn("officer2");
    GatewayClient supervisor = signIn("supervisor2");
    GatewayClient liaison = signIn("liaison-north");
    List<Journey> journeys = new ArrayList<>();
    List<DemoCase> cases =
        step("Synthetic referrals read", () -> DemoCase.readAll(configuration()));
    for (DemoCase example : cases) {
      journeys.add(journey(example, exhibits, officer, supervisor));
    }
    DemoCase last = cases.get(cases.size() - 1);
    take(journeys, liaison, supervisor);
    verify(last);
  }

  private Path configuration() {
    return platform.installation().config("demo");
  }

  private Map<String, DemoExhibit> exhibits() throws LaunchException, InterruptedException {
    return step(
        "Exhibits made: a text, a picture, 200 MiB of random bytes",
        () -> {
          folder.empty();
          return DemoExhibit.makeAll(folder.exhibits(), random).stream()
              .collect(Collectors.toMap(DemoExhibit::name, Function.identity()));
        });
  }

  private GatewayClient signIn(String username) throws LaunchException, InterruptedException {
    return step(
        username + " signs in",
        () -> {
          Person person = person(username);
          BrowserSignIn browser =
              new BrowserSignIn(
                  URI.create(platform.issuer()),
                  username,
                  new KeptPasswords(platform.secrets(), person),
                  new KeptApp(platform.secrets(), person),
                  TrustedClient.context(platform.rootCertificate()),
                  random,
                  clock);
          GatewayClient client = new GatewayClient(URI.create(platform.origin()), http(), browser);
          if (!client.me().array("roles").strings().containsAll(person.roles())) {
            throw new LaunchException(
                LaunchCode.DEMO_FAILED, username + " is not " + person.roles());
          }
          return client;
        });
  }

  private Person person(String username) throws LaunchException {
    return platform.people().stream()
        .filter(person -> person.username().equals(username))
        .findFirst()
        .orElseThrow(
            () -> new LaunchException(LaunchCode.DEMO_FAILED, "nobody is called " + username));
  }

  private HttpClient http() throws LaunchException {
    return platform.client();
  }

  private Journey journey(
      DemoCase example,
      Map<String, DemoExhibit> exhibits,
      GatewayClient officer,
      GatewayClient supervisor)
      throws LaunchException, InterruptedException {
    Journey journey = new Journey(example, officer, supervisor);
    does(example.name() + ": the officer drafts", journey::open);
    does(
        "%s: takes in %s".formatted(example.name(), String.join(", ", example.exhibits())),
        () -> journey.addExhibits(exhibits));
    does(example.name() + ": submits; sealed and time-stamped", journey::seal);
    does(example.name() + ": the supervisor releases", journey::release);
    does(
        "%s: with %s".formatted(example.name(), String.join(" and ", example.recipients())),
        journey::awaitDispatches);
    return journey;
  }

  private void take(List<Journey> journeys, GatewayClient liaison, GatewayClient supervisor)
      throws LaunchException, InterruptedException {
    Journey last = journeys.get(journeys.size() - 1);
    does(
        "The liaison of " + AGENCY + " fetches the package",
        () -> liaison.fetchPackage(last.dispatchTo(AGENCY), folder.packageFile()));
    does(
        "The receipt that " + AGENCY + " signed",
        () -> supervisor.receipt(last.dispatchTo(AGENCY), folder.receipt()));
    does(
        "The custody log, tile by tile",
        () -> {
          for (Journey journey : journeys) {
            journey.awaitPublished();
          }
          HttpLog log = new HttpLog(URI.create(platform.origin()), http());
          SignedNote note = log.checkpoint();
          new LogExport(log).write(note, log.anchors(Checkpoint.of(note).size()), folder.log());
        });
    does(
        "Trust, and the agency's key",
        () -> {
          VarFolder state = platform.folder();
          folder.copyTrust(state.trust());
          folder.copyAgencyKey(state.agency().resolve("pki"));
        });
  }

  private void verify(DemoCase example) throws LaunchException, InterruptedException {
    SafehandCommand safehand = new SafehandCommand(platform.installation());
    does(
        "safehand verify package",
        () ->
            safehand.run(folder.root(), "verify", "package", "package.asice", "--trust", "trust"));
    does(
        "safehand verify log",
        () -> safehand.run(folder.root(), "verify", "log", "log", "--trust", "trust"));
    does(
        "safehand open",
        () ->
            safehand.run(
                folder.root(),
                "open",
                "package.asice",
                "--key",
                "agency/key.pem",
                "--cert",
                "agency/cert.pem",
                "--trust",
                "trust",
                "--out",
                "opened"));
    does("What was opened is what was taken in", () -> folder.requireEqual(example.exhibits()));
  }

  private void does(String name, Action action) throws LaunchException, InterruptedException {
    Boolean unused =
        step(
            name,
            () -> {
              action.take();
              return true;
            });
  }

  private <T> T step(String name, Step<T> step) throws LaunchException, InterruptedException {
    long start = System.nanoTime();
    try {
      T result = step.take();
      progress.done(name, Duration.ofNanos(System.nanoTime() - start));
      return result;
    } catch (IOException | JsonException | NoteException e) {
      progress.failed(name);
      throw new LaunchException(LaunchCode.DEMO_FAILED, name + ": " + e, e);
    } catch (LaunchException | InterruptedException e) {
      progress.failed(name);
      throw e;
    }
  }
}
