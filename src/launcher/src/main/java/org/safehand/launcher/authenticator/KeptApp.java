package org.safehand.launcher.authenticator;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.safehand.launcher.keycloak.Person;
import org.safehand.launcher.place.Secrets;

/**
 * The authenticator app of a demo person, kept beside their password. The provider takes each code
 * once, and takes the code before and after the present one; so three codes can be had at once, and
 * after them one in 30 s.
 */
public final class KeptApp implements AuthenticatorApp {
  /** How long a code must still be good for when it is given. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private final Secrets secrets;
  private final Person person;
  private final Clock clock;
  private final Pause pause;

  /** {@code clock} is read as the provider reads its own. */
  public KeptApp(Secrets secrets, Person person, Clock clock, Pause pause) {
    this.secrets = requireNonNull(secrets, "secrets is null");
    this.person = requireNonNull(person, "person is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.pause = requireNonNull(pause, "pause is null");
  }

  /** The app of {@code person}, by the clock of this machine. */
  public KeptApp(Secrets secrets, Person person) {
    this(secrets, person, Clock.systemUTC(), KeptApp::sleepUntil);
  }

  private static void sleepUntil(Instant time) throws InterruptedException {
    Thread.sleep(Math.max(0, Duration.between(Instant.now(), time).toMillis()) + 1);
  }

  @Override
  public void add(String secret) throws IOException {
    requireNonNull(secret, "secret is null");
    secrets.keep(person.authenticatorName(), secret.replace(" ", "") + " 0");
  }

  @Override
  public String code() throws IOException, InterruptedException {
    // one person's codes are given one after the other, whichever object is asked
    synchronized (secrets) {
      if (!secrets.has(person.authenticatorName())) {
        throw new IOException(person.username() + " has no authenticator app");
      }
      String[] kept = secrets.password(person.authenticatorName()).split(" ", 2);
      TotpSecret secret = TotpSecret.ofBase32(kept[0]);
      long step = next(Long.parseLong(kept[1]));
      secrets.keep(person.authenticatorName(), kept[0] + " " + step);
      return secret.code(step);
    }
  }

  /** The first step after {@code last} whose code the provider takes. */
  private long next(long last) throws InterruptedException {
    Instant now = clock.instant();
    long step = Math.max(TotpSecret.step(now.plus(MARGIN)) - 1, last + 1);
    if (step > TotpSecret.step(now) + 1) {
      pause.until(TotpSecret.begin(step - 1));
    }
    return step;
  }
}
