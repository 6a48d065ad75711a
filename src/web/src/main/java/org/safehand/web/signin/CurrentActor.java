package org.safehand.web.signin;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.safehand.referral.access.Actor;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;

/** Who acts in the request at hand. */
@RequestScoped
public class CurrentActor {
  private @Nullable SignIn signIn;

  void set(SignIn signIn) {
    this.signIn = signIn;
  }

  /**
   * The actor.
   *
   * @throws ProblemException unauthenticated when nobody is signed in
   */
  public Actor get() {
    if (signIn == null) {
      throw new ProblemException(WebCode.UNAUTHENTICATED, "");
    }
    return ActorOf.signIn(signIn);
  }
}
