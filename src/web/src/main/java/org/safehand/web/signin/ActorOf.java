package org.safehand.web.signin;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Authentication;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.person.Place;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;

/** The actor that a sign-in stands for. */
final class ActorOf {
  private ActorOf() {}

  /**
   * The actor of {@code signIn}; roles that are none of the gateway's are left out.
   *
   * @throws ProblemException forbidden when the user name cannot stand in a custody event
   */
  static Actor signIn(SignIn signIn) {
    Optional<AgencyId> agency = signIn.agency().filter(AgencyId::isWellFormed).map(AgencyId::new);
    String unit = agency.map(AgencyId::value).orElse(signIn.unit().orElse(Place.Unit.ONLY));
    return new Actor(
        number(signIn.userName()),
        signIn.displayName(),
        roles(signIn.roles()),
        unit,
        agency,
        new Authentication(
            signIn.acr(), Instant.ofEpochSecond(signIn.authenticated()), method(signIn)));
  }

  /** By what; a bound token was let in only over a connection with its certificate. */
  private static String method(SignIn signIn) {
    if (signIn.boundTo().isPresent()) {
      return "mtls";
    }
    return signIn.browser() ? "session" : "bearer";
  }

  private static StaffNumber number(String userName) {
    try {
      return new StaffNumber(userName);
    } catch (IllegalArgumentException malformed) {
      throw new ProblemException(WebCode.FORBIDDEN, "the user name cannot be a staff number");
    }
  }

  private static Set<Role> roles(Set<String> names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    names.forEach(name -> Role.find(name).ifPresent(roles::add));
    return roles;
  }
}
