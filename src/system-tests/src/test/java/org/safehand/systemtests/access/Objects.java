package org.safehand.systemtests.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.safehand.systemtests.gateway.AgencyHold;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.Documents;
import org.safehand.systemtests.gateway.HighRisk;
import org.safehand.systemtests.gateway.Referrals;
import org.safehand.systemtests.gateway.RunningGateway;
import org.safehand.systemtests.gateway.Sample;
import org.safehand.systemtests.identity.Machines;

/** The objects of the table: kept while nobody may change them, made anew after somebody did. */
final class Objects {
  private static final Sample NOTE = Sample.text("note.txt", "a synthetic note");

  private final RunningGateway gateway;
  private final Machines machines = new Machines();
  private final Map<String, Asked> kept = new HashMap<>();

  Objects(RunningGateway gateway) {
    this.gateway = gateway;
  }

  Asked get(String name) throws Exception {
    Asked known = kept.get(name);
    if (known == null) {
      known = make(name);
      kept.put(name, known);
    }
    return known;
  }

  /** Somebody has changed it: who asks next gets another. */
  void spent(String name) {
    kept.remove(name);
  }

  private Asked make(String name) throws Exception {
    return switch (name) {
      case "nothing" -> Asked.NOTHING;
      case "draft" -> draft(gateway.officer());
      case "review" -> review(gateway.officer());
      case "their-own" -> review(gateway.officerAndSupervisor());
      case "endorsed" -> endorsed();
      case "opened" -> opened();
      case "delivered" -> delivered();
      case "proposed" -> proposed();
      case "held" -> held();
      case "intakes" -> draft(machines.intake());
      case "intakes-sent" -> sent(draft(machines.intake()).referral());
      default -> throw new AssertionError("no such object: " + name);
    };
  }

  /** The supervisor of the table has released it first, to another agency than is asked for. */
  private Asked endorsed() throws Exception {
    HighRisk.register(gateway);
    Asked review = review(gateway.officer());
    Answer first =
        Referrals.releaseProven(gateway, review.referral(), review.sealDigest(), HighRisk.AGENCY);
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    return new Asked(review.referral(), "", first.header("ETag"), review.sealDigest());
  }

  /** An exhibit that the supervisor has opened, for themselves. */
  private Asked opened() throws Exception {
    Asked review = get("review");
    Answer opened = Referrals.openExhibit(gateway.supervisor(), review.referral(), 1);
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return new Asked("", opened.json().path("id").asText(), "", "");
  }

  private Asked delivered() throws Exception {
    String dispatch = gateway.delivered().dispatch();
    String etag = gateway.supervisor().get("/api/v1/dispatches/" + dispatch).header("ETag");
    return new Asked(gateway.delivered().referral(), dispatch, etag, "");
  }

  /** That an agency be removed; nobody in the table agrees. */
  private Asked proposed() throws Exception {
    JsonNode registry = gateway.administrator().get("/api/v1/registry").json();
    Answer proposal =
        gateway
            .administrator()
            .post(
                "/api/v1/proposals",
                "{\"kind\":\"agency-remove\",\"id\":\"AG-N-001\",\"revision\":%d}"
                    .formatted(registry.at("/agencies/0/revision").asLong()));
    assertThat(proposal.status()).as(proposal.text()).isEqualTo(201);
    return new Asked(
        "",
        proposal.json().path("id").asText(),
        proposal.header("ETag"),
        proposal.json().path("digest").asText());
  }

  /** That an agency is held back; nobody in the table lifts it. */
  private Asked held() throws Exception {
    return new Asked("", "", AgencyHold.of(gateway, "AG-S-002").hold(), "");
  }

  /** What was held back is not any more. */
  void lift() throws Exception {
    AgencyHold.of(gateway, "AG-S-002").lift();
  }

  /** What a machine took in goes the way of everything else once a person has taken it over. */
  private Asked sent(String referral) throws Exception {
    Api officer = gateway.officer();
    Api supervisor = gateway.supervisor();
    Api.Answer handed =
        supervisor.put(
            "/api/v1/referrals/" + referral + "/assignee",
            "{\"assignee\":\"officer1\"}",
            Referrals.etag(supervisor, referral));
    assertThat(handed.status()).as(handed.text()).isEqualTo(200);
    String digest = Referrals.seal(officer, referral);
    Api.Answer released = Referrals.releaseProven(gateway, referral, digest, "AG-N-001");
    assertThat(released.status()).as(released.text()).isEqualTo(200);
    String dispatch = Referrals.dispatches(supervisor, referral).get(0);
    Referrals.awaitDispatch(supervisor, dispatch, "DELIVERED");
    String etag = supervisor.get("/api/v1/dispatches/" + dispatch).header("ETag");
    return new Asked(referral, dispatch, etag, "");
  }

  private static Asked draft(Api author) throws Exception {
    String id = Referrals.open(author, Documents.good());
    assertThat(Referrals.add(author, id, NOTE).status()).isEqualTo(201);
    return new Asked(id, "", Referrals.etag(author, id), "");
  }

  private static Asked review(Api author) throws Exception {
    Asked draft = draft(author);
    String digest = Referrals.seal(author, draft.referral());
    return new Asked(draft.referral(), "", Referrals.etag(author, draft.referral()), digest);
  }
}
