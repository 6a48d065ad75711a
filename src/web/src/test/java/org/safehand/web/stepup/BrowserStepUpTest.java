package org.safehand.web.stepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.safehand.referral.sample.Hotline.value;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.referral.access.Operation;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.refusal.Done;
import org.safehand.referral.release.ReleaseOrder;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.stepup.BoundStepUp;
import org.safehand.referral.stepup.StepUpOrder;
import org.safehand.web.provider.ClientKey;
import org.safehand.web.provider.ProviderConnection;
import org.safehand.web.provider.StepUpClient;
import org.safehand.web.provider.StepUpException;
import org.safehand.web.provider.StepUpFault;
import org.safehand.web.provider.TestProvider;
import org.safehand.web.provider.TestProviderServer;

/** The gateway's own request to a provider over TLS, and every answer that is not one to it. */
class BrowserStepUpTest {
  private static final Person SUPERVISOR = new Person(TestProvider.SUBJECT, "supervisor1");

  private final Hotline hotline = new Hotline();
  private final SealedReferral inReview = hotline.inReview();
  private final ReleaseOrder order = Hotline.order(inReview, "AG-N-001");
  private final PendingStepUps session = new PendingStepUps();
  private final TestProviderServer provider;
  private final ProviderConnection connection;

  BrowserStepUpTest(@TempDir Path folder) throws Exception {
    provider = new TestProviderServer(folder);
    connection = new ProviderConnection(provider.issuer(), provider.trust());
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private BrowserStepUp stepUp(Clock clock) {
    return new BrowserStepUp(
        new StepUpClient(
            connection, ClientKey.read(provider.clientKey()), TestProviderServer.CALLBACK),
        connection.check(Clock.systemUTC()),
        provider.issuer().toString(),
        hotline.grantStepUp,
        new SecureRandom(),
        clock);
  }

  private BoundStepUp bound() {
    return value(
        hotline.grantStepUp.bind(
            People.SUPERVISOR,
            new StepUpOrder(
                Operation.RELEASE,
                order.referral().toString(),
                order.revision(),
                hotline.binding(People.SUPERVISOR, order).digest())));
  }

  private URI asked() throws StepUpException {
    return stepUp(Clock.systemUTC()).start(session, SUPERVISOR, bound());
  }

  /** What comes back when a person was asked and did as asked. */
  private URI answer() throws StepUpException {
    asked();
    return provider.answer();
  }

  private BrowserStepUp.Return finish(URI answer) throws StepUpException {
    return stepUp(Clock.systemUTC()).finish(session, SUPERVISOR, answer);
  }

  private void assertRefused(URI answer, StepUpFault fault) throws StepUpException {
    BrowserStepUp.Return ended = finish(answer);
    assertThat(ended.fault()).contains(fault);
    assertThat(ended.back()).isEqualTo("/referrals/" + order.referral());
    assertThat(isReleased()).isFalse();
  }

  private void assertUnknown(URI answer) {
    assertThat(catchThrowableOfType(StepUpException.class, () -> finish(answer)).fault())
        .isEqualTo(StepUpFault.STATE);
  }

  private boolean isReleased() {
    return hotline.release.release(People.SUPERVISOR, order) instanceof Done;
  }

  @Test
  void person_whoShowsTheSecondFactor_mayReleaseOnce_andIsLedBackToTheReferral() throws Exception {
    URI authorization = asked();
    assertThat(authorization.toString())
        .startsWith(provider.issuer() + "/auth?")
        .contains("request_uri=", "client_id=safehand-step-up")
        .doesNotContain("acr", "state", "nonce", "supervisor1");
    Map<String, List<String>> pushed = provider.pushed().get(0);
    assertThat(pushed.get("acr_values")).containsExactly("gold");
    assertThat(pushed.get("login_hint")).containsExactly("supervisor1");
    assertThat(pushed.get("code_challenge_method")).containsExactly("S256");

    BrowserStepUp.Return ended = finish(provider.answer());

    assertThat(ended)
        .isEqualTo(new BrowserStepUp.Return("/referrals/" + order.referral(), Optional.empty()));
    assertThat(isReleased()).isTrue();
  }

  @Test
  void answer_sentTwice_isUnknown() throws Exception {
    URI answer = answer();
    assertThat(finish(answer).fault()).isEmpty();
    assertUnknown(answer);
  }

  @Test
  void answer_withAForgedStateOrNone_isUnknown() throws Exception {
    String answer = answer().toString();
    assertUnknown(URI.create(answer.replaceFirst("state=[^&]", "state=~")));
    assertUnknown(URI.create(answer.replaceFirst("state=[^&]*&", "")));
    assertUnknown(TestProviderServer.CALLBACK);
    assertThat(finish(URI.create(answer)).fault()).as("the true one still counts").isEmpty();
  }

  @Test
  void answer_toAnotherSessionOrPerson_isUnknown() throws Exception {
    URI answer = answer();
    BrowserStepUp stepUp = stepUp(Clock.systemUTC());
    PendingStepUps other = new PendingStepUps();
    assertThat(
            catchThrowableOfType(
                    StepUpException.class, () -> stepUp.finish(other, SUPERVISOR, answer))
                .fault())
        .isEqualTo(StepUpFault.STATE);
    Person somebody = new Person("another-subject", "supervisor1");
    assertThat(
            catchThrowableOfType(
                    StepUpException.class, () -> stepUp.finish(session, somebody, answer))
                .fault())
        .isEqualTo(StepUpFault.STATE);
  }

  @Test
  void answer_afterFiveMinutes_isUnknown() throws Exception {
    URI answer = answer();
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5));
    assertThat(
            catchThrowableOfType(
                    StepUpException.class, () -> stepUp(later).finish(session, SUPERVISOR, answer))
                .fault())
        .isEqualTo(StepUpFault.STATE);
  }

  @Test
  void answer_ofAnotherProviderOrWithoutItsName_isRefused() throws Exception {
    String answer = answer().toString();
    assertRefused(URI.create(answer.replace("%2Fsafehand", "%2Fother")), StepUpFault.ANSWER_ISSUER);
    String again = answer().toString();
    assertRefused(URI.create(again.replaceFirst("&iss=[^&]*", "")), StepUpFault.ANSWER_ISSUER);
  }

  @Test
  void person_whoDeclines_isRefused() throws Exception {
    String answer = answer().toString();
    assertRefused(
        URI.create(answer.replaceFirst("&code=.*", "&error=access_denied")), StepUpFault.REFUSED);
  }

  @Test
  void code_thatIsNotOurs_isRefused() throws Exception {
    String answer = answer().toString();
    assertRefused(URI.create(answer + "x"), StepUpFault.REFUSED);
  }

  /** What was asked for was lowered on the way: the provider asked for one factor alone. */
  @Test
  void person_whoShowedOneFactor_isRefused() throws Exception {
    provider.changing(claims -> claims.claim("acr", "silver"));
    assertRefused(answer(), StepUpFault.LEVEL);
  }

  @Test
  void personWhoIsAnotherAtTheProvider_isRefused() throws Exception {
    provider.changing(claims -> claims.subject("another-subject"));
    assertRefused(answer(), StepUpFault.SUBJECT);
  }

  @Test
  void tokenForAnotherQuestion_isRefused() throws Exception {
    provider.changing(claims -> claims.claim("nonce", "of-another-question"));
    assertRefused(answer(), StepUpFault.NONCE);
  }

  @Test
  void gatewayWithAnotherKey_isNotHeard(@TempDir Path elsewhere) throws Exception {
    try (TestProviderServer other = new TestProviderServer(elsewhere)) {
      Files.copy(other.clientKey(), provider.clientKey(), StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(catchThrowableOfType(StepUpException.class, this::asked).fault())
        .isEqualTo(StepUpFault.UNAVAILABLE);
    assertThat(provider.pushed()).isEmpty();
  }

  @Test
  void providerThatIsGone_isSaidToBe() {
    provider.close();
    assertThat(catchThrowableOfType(StepUpException.class, this::asked).fault())
        .isEqualTo(StepUpFault.UNAVAILABLE);
  }
}
