package org.safehand.referral.sample;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Authentication;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.AgencyId;

/** Synthetic people, one for each role, and a node. */
public final class People {
  public static final String UNIT = "Example Hotline";
  private static final Authentication SIGNED_IN =
      new Authentication("2", Samples.MORNING, "session");

  public static final Actor OFFICER = staff("1001", Set.of(Role.REFERRAL_OFFICER));
  public static final Actor COLLEAGUE = staff("1002", Set.of(Role.REFERRAL_OFFICER));
  public static final Actor SUPERVISOR = staff("2001", Set.of(Role.RELEASE_SUPERVISOR));
  public static final Actor OTHER_SUPERVISOR = staff("2002", Set.of(Role.RELEASE_SUPERVISOR));
  public static final Actor OFFICER_AND_SUPERVISOR =
      staff("1001", Set.of(Role.REFERRAL_OFFICER, Role.RELEASE_SUPERVISOR));
  public static final Actor AUDITOR = staff("4001", Set.of(Role.AUDITOR));
  public static final Actor ADMINISTRATOR = staff("5001", Set.of(Role.ADMINISTRATOR));
  public static final Actor OTHER_ADMINISTRATOR = staff("5002", Set.of(Role.ADMINISTRATOR));
  public static final Actor LIAISON_NORTH = liaison("north-1", "AG-N-001");
  public static final Actor LIAISON_SOUTH = liaison("south-1", "AG-S-002");
  public static final Actor NODE =
      Actor.node(
          new StaffNumber("node-1"), UNIT, new Authentication("node", Samples.MORNING, "node"));

  /** Everyone but the node, each once. */
  public static final List<Actor> ALL =
      List.of(
          OFFICER_AND_SUPERVISOR,
          COLLEAGUE,
          SUPERVISOR,
          OTHER_SUPERVISOR,
          AUDITOR,
          ADMINISTRATOR,
          OTHER_ADMINISTRATOR,
          LIAISON_NORTH,
          LIAISON_SOUTH);

  private People() {}

  public static Actor staff(String number, Set<Role> roles) {
    return staff(number, roles, UNIT);
  }

  public static Actor staff(String number, Set<Role> roles, String unit) {
    return new Actor(
        new StaffNumber(number), "Person " + number, roles, unit, Optional.empty(), SIGNED_IN);
  }

  public static Actor liaison(String number, String agency) {
    return new Actor(
        new StaffNumber(number),
        "Person " + number,
        Set.of(Role.POLICE_LIAISON),
        agency,
        Optional.of(new AgencyId(agency)),
        SIGNED_IN);
  }
}
