package org.safehand.systemtests.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.Await;
import org.safehand.systemtests.gateway.Grants;
import org.safehand.systemtests.gateway.Release;
import org.safehand.systemtests.gateway.RunningGateway;
import org.safehand.systemtests.gateway.Sample;
import org.safehand.systemtests.gateway.StepUp;

/** The objects of the table that are no cases, and what came of one. */
final class OtherObjects {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningGateway gateway;
  private final Cast cast;
  private final Grants grants;

  OtherObjects(RunningGateway gateway, Cast cast) {
    this.gateway = gateway;
    this.cast = cast;
    this.grants = new Grants(gateway);
  }

  Asked make(String name) throws Exception {
    return switch (name) {
      case "nothing" -> Asked.NOTHING;
      case "agency" -> Asked.part(Objects.SOUTH, "", "");
      case "person" -> Asked.part("officer1", "", "");
      case "known" -> Asked.part("", "", reference());
      case "broken" -> broken();
      case "shift" -> part("add-duty", Who.SUPERVISOR);
      case "proposed" -> proposed();
      case "staffing" -> staffing(gateway.administrator());
      case "others-staffing" -> staffing(gateway.otherAdministrator());
      default -> throw new AssertionError("no such object: " + name);
    };
  }

  /** An exhibit that the supervisor has opened, for themselves. */
  Asked opened(Asked review) throws Exception {
    return part("open-exhibit", Who.SUPERVISOR, review);
  }

  /** A challenge to the supervisor, for a release. */
  Asked asked(Asked review) throws Exception {
    return part("ask-step-up", Who.SUPERVISOR, review);
  }

  /** An extract that was issued to the auditor, and can be had. */
  Asked reported(Asked delivered) throws Exception {
    prove("report", Who.AUDITOR, delivered);
    Asked extract = part("report", Who.AUDITOR, delivered);
    Asked reported = new Asked(delivered.referral(), delivered.caseTag(), extract.part(), "", "");
    Await.until(
        "the extract",
        Duration.ofMinutes(1),
        () -> Doors.of("fetch-report").ask(gateway.auditor(), reported).status() == 200);
    return reported;
  }

  /** A suspended dispatch goes on. */
  Answer resume(Asked suspended) throws Exception {
    prove("resume-dispatch", Who.SUPERVISOR, suspended);
    return Cases.done(Doors.of("resume-dispatch").ask(gateway.supervisor(), suspended));
  }

  /** Puts there that {@code who} has proven themselves for this very act. */
  void prove(String operation, Who who, Asked of) throws Exception {
    grants.keep(cast.number(who), stepUp(operation, of));
  }

  private StepUp stepUp(String operation, Asked of) throws Exception {
    return switch (operation) {
      case "release" ->
          new Release(of.referral(), of.caseTag(), of.word(), Objects.NORTH)
              .stepUp(gateway.supervisor());
      case "report" -> new StepUp(operation, of.referral(), of.caseTag(), sha256(Doors.order()));
      case "withdraw-released" ->
          new StepUp(operation, of.referral(), of.caseTag(), sha256(Doors.REASON));
      case "resume-dispatch" ->
          new StepUp(operation, of.part(), of.partTag(), sha256(Doors.REASON));
      case "lift-hold" ->
          new StepUp("manage-endpoints", of.part(), of.partTag(), sha256(Doors.REASON));
      case "break-glass" -> new StepUp(operation, of.word(), "\"v0\"", sha256(Doors.REASON));
      default -> throw new AssertionError("no step-up is made for " + operation);
    };
  }

  private static String sha256(String text) throws Exception {
    return Sample.text("said", text).sha256();
  }

  /** The stranger reads a case of the hotline that nothing else is asked of. */
  private Asked broken() throws Exception {
    Asked known = make("known");
    prove("break-glass", Who.STRANGER, known);
    return part("break-glass", Who.STRANGER, known);
  }

  private String reference() throws Exception {
    return gateway
        .supervisor()
        .get("/api/v1/referrals/" + Cases.draft(gateway.officer()))
        .json()
        .path("reference")
        .asText();
  }

  /** That an agency be removed; nobody in the table agrees. */
  private Asked proposed() throws Exception {
    JsonNode registry = gateway.administrator().get("/api/v1/registry").json();
    return proposal(
        gateway.administrator(),
        "{\"kind\":\"agency-remove\",\"id\":\"AG-N-001\",\"revision\":%d}"
            .formatted(registry.at("/agencies/0/revision").asLong()));
  }

  /** That somebody be as they are. */
  private Asked staffing(Api proposer) throws Exception {
    JsonNode now = proposer.get("/api/v1/people/officer2").json();
    ObjectNode change = JSON.createObjectNode().put("kind", "person-change");
    change.set("revision", now.path("revision"));
    ObjectNode person = change.putObject("person");
    for (String field : new String[] {"number", "displayName", "roles", "unit"}) {
      person.set(field, now.path(field));
    }
    return proposal(proposer, change.toString());
  }

  private static Asked proposal(Api proposer, String change) throws Exception {
    Answer made = Cases.done(proposer.post("/api/v1/proposals", change));
    return Asked.part(
        made.json().path("id").asText(), made.header("ETag"), made.json().path("digest").asText());
  }

  private Asked part(String operation, Who who) throws Exception {
    return part(operation, who, Asked.NOTHING);
  }

  private Asked part(String operation, Who who, Asked of) throws Exception {
    Answer made = Cases.done(Doors.of(operation).ask(cast.at(who), of));
    return Asked.part(made.json().path("id").asText(), made.header("ETag"), "");
  }
}
