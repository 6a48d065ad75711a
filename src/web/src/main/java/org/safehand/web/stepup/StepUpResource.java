package org.safehand.web.stepup;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.stepup.BoundStepUp;
import org.safehand.referral.stepup.GrantStepUp;
import org.safehand.referral.stepup.StepUpGate;
import org.safehand.web.door.OpenToAll;
import org.safehand.web.message.JsonBody;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.RefusalStatus;
import org.safehand.web.problem.WebCode;
import org.safehand.web.provider.StepUpException;
import org.safehand.web.provider.StepUpFault;
import org.safehand.web.signin.CurrentActor;
import org.safehand.web.signin.SignIn;
import org.safehand.web.view.Answers;

/**
 * Asks for the second factor before an act: a session is told where to show it, a bearer of a token
 * gets a challenge and hands in what came of it.
 */
@Path("/step-ups")
@Produces(MediaType.APPLICATION_JSON)
public class StepUpResource {
  private final CurrentActor current;
  private final GrantStepUp grants;
  private final BrowserStepUp browser;
  private final CommandLineStepUp commandLine;

  public StepUpResource(
      CurrentActor current,
      GrantStepUp grants,
      BrowserStepUp browser,
      CommandLineStepUp commandLine) {
    this.current = requireNonNull(current, "current is null");
    this.grants = requireNonNull(grants, "grants is null");
    this.browser = requireNonNull(browser, "browser is null");
    this.commandLine = requireNonNull(commandLine, "commandLine is null");
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @OpenToAll("asks for the operation that the body names")
  public Response ask(
      @Context HttpServletRequest request,
      @HeaderParam("Content-Type") @Nullable String type,
      InputStream body) {
    SignIn signIn = signIn(request);
    BoundStepUp bound =
        grants
            .bind(current.get(), StepUpBody.order(JsonBody.object(type, body)))
            .fold(
                it -> it,
                refusal -> {
                  throw new ProblemException(RefusalStatus.problem(refusal));
                });
    return signIn.browser() ? redirect(request, signIn, bound) : challenge(signIn, bound);
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.WILDCARD)
  @OpenToAll("completes what the caller was asked")
  public Response answer(
      @Context HttpServletRequest request,
      @PathParam("id") String id,
      @HeaderParam("Content-Type") @Nullable String type,
      InputStream body) {
    SignIn signIn = signIn(request);
    String token = StepUpBody.idToken(JsonBody.object(type, body));
    try {
      commandLine.finish(person(signIn), id, token);
    } catch (StepUpException refused) {
      throw problem(refused.fault());
    }
    return Response.noContent().build();
  }

  private Response redirect(HttpServletRequest request, SignIn signIn, BoundStepUp bound) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      throw new ProblemException(WebCode.UNAUTHENTICATED, "");
    }
    try {
      URI address = browser.start(PendingStepUps.of(session), person(signIn), bound);
      return Answers.with(
              201, JsonObject.builder().put("authorizationUrl", address.toString()).build())
          .build();
    } catch (StepUpException refused) {
      throw problem(refused.fault());
    }
  }

  private Response challenge(SignIn signIn, BoundStepUp bound) {
    CommandLineStepUp.Challenge challenge = commandLine.start(person(signIn), bound);
    return Answers.with(
            201,
            JsonObject.builder()
                .put("id", challenge.id())
                .put("challenge", challenge.nonce())
                .put("acrValues", StepUpGate.ACR)
                .put("maxAge", StepUpGate.MAX_AGE.toSeconds())
                .build())
        .location(URI.create("step-ups/" + challenge.id()))
        .build();
  }

  private static SignIn signIn(HttpServletRequest request) {
    return SignIn.of(request).orElseThrow(() -> new ProblemException(WebCode.UNAUTHENTICATED, ""));
  }

  private static Person person(SignIn signIn) {
    return new Person(signIn.subject(), signIn.userName());
  }

  private static ProblemException problem(StepUpFault fault) {
    return new ProblemException(StepUpProblem.of(fault));
  }
}
