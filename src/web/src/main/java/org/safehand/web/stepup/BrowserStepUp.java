package org.safehand.web.stepup;

import static java.util.Objects.requireNonNull;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.stepup.BoundStepUp;
import org.safehand.referral.stepup.GrantStepUp;
import org.safehand.web.provider.ClientKey;
import org.safehand.web.provider.Secrets;
import org.safehand.web.provider.StepUpClient;
import org.safehand.web.provider.StepUpException;
import org.safehand.web.provider.StepUpFault;
import org.safehand.web.provider.TokenCheck;

/**
 * A step-up in the browser: the gateway's own authorization request, whose answer comes back to
 * {@value #CALLBACK}. The question is kept in the person's session under its state, so that an
 * answer made for another session, or sent twice, finds nothing.
 */
public final class BrowserStepUp {
  /** Where the provider sends the browser back to. */
  public static final String CALLBACK = "/stepup/callback";

  private final StepUpClient client;
  private final TokenCheck check;
  private final GrantStepUp grants;
  private final SecureRandom random;
  private final Clock clock;
  private final String issuer;

  public BrowserStepUp(
      StepUpClient client,
      TokenCheck check,
      String issuer,
      GrantStepUp grants,
      SecureRandom random,
      Clock clock) {
    this.client = requireNonNull(client, "client is null");
    this.check = requireNonNull(check, "check is null");
    this.issuer = requireNonNull(issuer, "issuer is null");
    this.grants = requireNonNull(grants, "grants is null");
    this.random = requireNonNull(random, "random is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** How an answer ended: the page to go back to, and what was refused. */
  record Return(String back, Optional<StepUpFault> fault) {}

  /** Where {@code person} shows their second factor for the act of {@code bound}. */
  URI start(PendingStepUps waiting, Person person, BoundStepUp bound) throws StepUpException {
    Secrets secrets = Secrets.fresh(random);
    PendingStepUp pending =
        new PendingStepUp(bound.binding(), person, secrets, clock.instant(), page(bound));
    URI address = client.push(secrets, person.userName());
    waiting.add(secrets.state(), pending);
    return address;
  }

  /** The console's page with the form of the act; a proposal and a hold have pages of their own. */
  static String page(BoundStepUp bound) {
    if (bound.referral().isPresent()) {
      return "/referrals/" + bound.referral().get();
    }
    String object = bound.binding().object();
    return switch (bound.binding().operation()) {
      case MANAGE_ENDPOINTS -> AgencyId.isWellFormed(object) ? "/agencies" : "/proposals/" + object;
      case BREAK_GLASS -> "/break-glass";
      default -> "/";
    };
  }

  /**
   * Grants what {@code answer}, the address that the browser was sent to, is the answer to.
   *
   * @return the page to go back to, with what was refused if there was a question at all
   * @throws StepUpException step-up-state when there was none
   */
  Return finish(PendingStepUps waiting, Person person, URI answer) throws StepUpException {
    AuthenticationResponse parsed = parsed(answer);
    PendingStepUp pending =
        waiting
            .take(parsed.getState().getValue())
            .filter(it -> it.awaits(person, clock.instant()))
            .orElseThrow(() -> new StepUpException(StepUpFault.STATE));
    try {
      grant(pending, parsed);
      return new Return(pending.back(), Optional.empty());
    } catch (StepUpException refused) {
      return new Return(pending.back(), Optional.of(refused.fault()));
    }
  }

  private void grant(PendingStepUp pending, AuthenticationResponse answer) throws StepUpException {
    if (answer.getIssuer() == null || !answer.getIssuer().getValue().equals(issuer)) {
      throw new StepUpException(StepUpFault.ANSWER_ISSUER);
    }
    if (!answer.indicatesSuccess() || answer.toSuccessResponse().getAuthorizationCode() == null) {
      throw new StepUpException(StepUpFault.REFUSED);
    }
    String code = answer.toSuccessResponse().getAuthorizationCode().getValue();
    String token = client.redeem(code, pending.secrets());
    grants.grant(pending.binding(), check.verify(token, pending.asked(ClientKey.CLIENT)));
  }

  private static AuthenticationResponse parsed(URI answer) throws StepUpException {
    try {
      AuthenticationResponse parsed = AuthenticationResponseParser.parse(answer);
      if (parsed.getState() == null) {
        throw new StepUpException(StepUpFault.STATE);
      }
      return parsed;
    } catch (ParseException e) {
      throw new StepUpException(StepUpFault.STATE, e);
    }
  }
}
