package org.safehand.systemtests.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.systemtests.gateway.AgencyHold;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.HighRisk;
import org.safehand.systemtests.gateway.Referrals;
import org.safehand.systemtests.gateway.RunningGateway;

/**
 * The objects of the table: kept while nobody may change them, made anew or put right after
 * somebody did. Each case was handed over to the assignee.
 */
final class Objects {
  static final String NORTH = "AG-N-001";
  static final String SOUTH = "AG-S-002";

  private static final Set<String> AT_SOUTH = Set.of("available", "suspended");

  private final RunningGateway gateway;
  private final Cast cast;
  private final Cases cases;
  private final OtherObjects others;
  private final Map<String, Asked> kept = new HashMap<>();

  /** A case that an officer of the agency without a machine can fetch. */
  private @Nullable Asked atSouth;

  Objects(RunningGateway gateway, Cast cast) {
    this.gateway = gateway;
    this.cast = cast;
    this.cases = new Cases(gateway);
    this.others = new OtherObjects(gateway, cast);
  }

  Asked get(String name) throws Exception {
    if (AT_SOUTH.contains(name)) {
      return atSouth(name.equals("suspended"));
    }
    Asked known = kept.get(name);
    if (known == null) {
      known = make(name);
      kept.put(name, known);
    }
    return known;
  }

  /** Somebody has done {@code operation} to it: who asks next finds it as it was before. */
  void spent(String name, String operation) throws Exception {
    if (AT_SOUTH.contains(name)) {
      return;
    }
    Asked was = get(name);
    switch (operation) {
      case "edit-draft", "add-exhibit" -> kept.put(name, fresh(was));
      case "hand-over" -> kept.put(name, assigned(was));
      case "suspend-dispatch" -> {
        others.resume(fresh(was));
        kept.put(name, fresh(was));
      }
      default -> kept.remove(name);
    }
    if (name.equals("held")) {
      kept.remove("queued");
    }
  }

  /** What was held back is not any more. */
  void lift() throws Exception {
    AgencyHold.of(gateway, SOUTH).lift();
    kept.remove("held");
    kept.remove("queued");
  }

  private Asked make(String name) throws Exception {
    return switch (name) {
      case "draft" -> draft(gateway.officer());
      case "intakes" -> draft(cast.at(Who.INTAKE));
      case "review" -> review(gateway.officer());
      case "their-own" -> review(gateway.officerAndSupervisor());
      case "edited" -> edited();
      case "submitted" -> submitted();
      case "assigned" -> handedOver(review(gateway.officer()), Who.BOTH);
      case "endorsed" -> endorsed();
      case "returned" -> closed("return");
      case "withdrawn" -> closed("withdrawal");
      case "delivered" -> sent(review(gateway.officer()), NORTH, "DELIVERED");
      case "intakes-sent" -> intakesSent();
      case "queued" -> queued();
      case "addressed" -> addressed();
      case "opened" -> others.opened(get("review"));
      case "reported" -> others.reported(get("delivered"));
      case "asked" -> others.asked(get("review"));
      case "held" -> Asked.part(SOUTH, AgencyHold.of(gateway, SOUTH).hold(), "");
      case "ended" -> ended();
      default -> others.make(name);
    };
  }

  private Asked draft(Api author) throws Exception {
    return assigned(new Asked(Cases.draft(author), "", "", "", Doors.ZERO));
  }

  private Asked review(Api author) throws Exception {
    Asked draft = draft(author);
    return sealed(author, draft.referral());
  }

  /** Whoever is both has added an exhibit to it, and has it no more. */
  private Asked edited() throws Exception {
    Api both = gateway.officerAndSupervisor();
    String referral = Cases.draft(gateway.officer());
    cases.handOver(referral, cast.number(Who.BOTH));
    Cases.done(Doors.of("add-exhibit").ask(both, new Asked(referral, "", "", "", "")));
    cases.handOver(referral, cast.number(Who.ASSIGNEE));
    return sealed(gateway.officer(), referral);
  }

  /** Whoever is both has submitted it, and has it no more. */
  private Asked submitted() throws Exception {
    String referral = Cases.draft(gateway.officer());
    cases.handOver(referral, cast.number(Who.BOTH));
    return assigned(sealed(gateway.officerAndSupervisor(), referral));
  }

  private Asked sealed(Api submitter, String referral) throws Exception {
    String digest = Referrals.seal(submitter, referral);
    return fresh(new Asked(referral, "", "", "", digest));
  }

  /** The supervisor of the table has released it first, to another agency than is asked for. */
  private Asked endorsed() throws Exception {
    HighRisk.register(gateway);
    Asked review = review(gateway.officer());
    Cases.done(Referrals.releaseProven(gateway, review.referral(), review.word(), HighRisk.AGENCY));
    return fresh(review);
  }

  private Asked closed(String how) throws Exception {
    Asked review = review(gateway.officer());
    cases.close(review.referral(), how);
    return fresh(review);
  }

  /** What a machine took in goes the way of everything else once a person has taken it over. */
  private Asked intakesSent() throws Exception {
    Asked draft = draft(cast.at(Who.INTAKE));
    return sent(sealed(cast.at(Who.ASSIGNEE), draft.referral()), NORTH, "DELIVERED");
  }

  /** Nothing goes to an agency that is held back. */
  private Asked queued() throws Exception {
    get("held");
    return sent(review(gateway.officer()), SOUTH, "QUEUED");
  }

  /** To the agency that has a machine; suspended before any of it could go. */
  private Asked addressed() throws Exception {
    AgencyHold hold = AgencyHold.of(gateway, NORTH);
    hold.hold();
    Asked queued = sent(review(gateway.officer()), NORTH, "QUEUED");
    Cases.done(Doors.of("suspend-dispatch").ask(gateway.supervisor(), queued));
    hold.lift();
    return fresh(queued);
  }

  private Asked sent(Asked review, String agency, String state) throws Exception {
    String dispatch = cases.release(review.referral(), agency);
    Referrals.awaitDispatch(gateway.supervisor(), dispatch, state);
    return fresh(new Asked(review.referral(), "", dispatch, "", review.word()));
  }

  private Asked atSouth(boolean suspended) throws Exception {
    if (kept.containsKey("held")) {
      lift();
    }
    Asked now = atSouth;
    if (now == null) {
      now = sent(review(gateway.officer()), SOUTH, "AVAILABLE");
    }
    Answer dispatch = gateway.supervisor().get("/api/v1/dispatches/" + now.part());
    now = tagged(now, dispatch);
    if (dispatch.json().path("state").asText().equals("SUSPENDED") != suspended) {
      now = tagged(now, turned(now, suspended));
    }
    atSouth = now;
    return now;
  }

  private Answer turned(Asked of, boolean suspended) throws Exception {
    return suspended
        ? Cases.done(Doors.of("suspend-dispatch").ask(gateway.supervisor(), of))
        : others.resume(of);
  }

  private static Asked tagged(Asked of, Answer dispatch) {
    return new Asked(of.referral(), of.caseTag(), of.part(), dispatch.header("ETag"), of.word());
  }

  private Asked ended() throws Exception {
    Asked broken = get("broken");
    Answer over = Cases.done(Doors.of("end-glass").ask(cast.at(Who.STRANGER), broken));
    kept.remove("broken");
    return Asked.part(broken.part(), over.header("ETag"), "");
  }

  private Asked assigned(Asked of) throws Exception {
    return handedOver(of, Who.ASSIGNEE);
  }

  private Asked handedOver(Asked of, Who who) throws Exception {
    cases.handOver(of.referral(), cast.number(who));
    return fresh(of);
  }

  /** The same, as it is now. */
  private Asked fresh(Asked of) throws Exception {
    Api supervisor = gateway.supervisor();
    String tag =
        of.part().isEmpty() ? "" : supervisor.get("/api/v1/dispatches/" + of.part()).header("ETag");
    String caseTag = Referrals.etag(supervisor, of.referral());
    assertThat(caseTag).isNotEmpty();
    return new Asked(of.referral(), caseTag, of.part(), tag, of.word());
  }
}
