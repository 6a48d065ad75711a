package org.safehand.web.stepup;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import org.safehand.referral.stepup.GrantStepUp;
import org.safehand.web.provider.ClientKey;
import org.safehand.web.provider.ProviderConnection;
import org.safehand.web.provider.StepUpClient;
import org.safehand.web.provider.TokenCheck;
import org.safehand.web.signin.CurrentActor;
import org.safehand.web.signin.Installation;

/** How people are asked for their second factor, in browsers and on command lines. One a face. */
public final class SecondFactor {
  private final GrantStepUp grants;
  private final BrowserStepUp browser;
  private final CommandLineStepUp commandLine;

  private SecondFactor(GrantStepUp grants, BrowserStepUp browser, CommandLineStepUp commandLine) {
    this.grants = requireNonNull(grants, "grants is null");
    this.browser = requireNonNull(browser, "browser is null");
    this.commandLine = requireNonNull(commandLine, "commandLine is null");
  }

  /** Over {@code provider}, as the client that {@code key} is of. */
  public static SecondFactor of(
      Installation here,
      ProviderConnection provider,
      ClientKey key,
      GrantStepUp grants,
      Clock clock) {
    StepUpClient client =
        new StepUpClient(provider, key, URI.create(here.origin() + BrowserStepUp.CALLBACK));
    TokenCheck check = provider.check(clock);
    SecureRandom random = new SecureRandom();
    return new SecondFactor(
        grants,
        new BrowserStepUp(client, check, here.issuer().toString(), grants, random, clock),
        new CommandLineStepUp(check, grants, random, clock));
  }

  /** What answers requests for it. */
  public StepUpResource resource(CurrentActor current) {
    return new StepUpResource(current, grants, browser, commandLine);
  }

  BrowserStepUp browser() {
    return browser;
  }
}
