package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.safehand.systemtests.gateway.Api.Answer;

/** What may be changed of a referral until it is submitted, over the real servers. */
class DraftIT {
  private static final String REASON = "{\"reason\":\"the wrong file\"}";

  private final RunningGateway gateway = RunningGateway.get();
  private final Api officer = gateway.officer();

  @Test
  void document_editedOverTheVersionThatWasRead_isWhatIsListedAndSealed() throws Exception {
    String id = draft();
    String path = "/api/v1/referrals/" + id;
    String read = Referrals.etag(officer, id);
    ObjectNode document = (ObjectNode) new ObjectMapper().readTree(Documents.good());
    ((ObjectNode) document.path("header")).put("urgency", "U3");

    Answer edited = officer.put(path, document.toString(), read);

    assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    assertThat(edited.header("ETag")).isEqualTo(Referrals.etag(officer, id)).isNotEqualTo(read);
    assertThat(line(id).path("urgency").asText()).isEqualTo("U3");
    assertThat(officer.put(path, document.toString(), read).status()).isEqualTo(412);
    assertThat(officer.put(path, document.toString()).status()).isEqualTo(428);
    document.put("extra", "x");
    Answer refused = officer.put(path, document.toString(), edited.header("ETag"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/extra");
    assertThat(Referrals.etag(officer, id)).isEqualTo(edited.header("ETag"));

    Referrals.seal(officer, id);
    assertThat(officer.get(path).json().at("/document/header/urgency").asText()).isEqualTo("U3");
    document.remove("extra");
    assertThat(officer.put(path, document.toString(), Referrals.etag(officer, id)).code())
        .isEqualTo("referral-wrong-state");
  }

  @Test
  void exhibit_takenOut_isNeitherOpenedNorSealed_andItsNumberIsGone() throws Exception {
    String id = draft();
    String path = "/api/v1/referrals/" + id;
    add(id, "second.txt");
    String opening = Referrals.openExhibit(officer, id, 2).json().path("id").asText();

    Answer without = officer.delete(path + "/exhibits/2", REASON, Referrals.etag(officer, id));

    assertThat(without.status()).as(without.text()).isEqualTo(200);
    assertThat(without.json().at("/removedExhibits/0/number").asInt()).isEqualTo(2);
    assertThat(Referrals.openExhibit(officer, id, 2).code()).isEqualTo("exhibit-not-found");
    assertThat(officer.fetch("/api/v1/openings/" + opening).status()).isEqualTo(404);
    assertThat(officer.send(officer.to(path + "/exhibits/1").DELETE()).status()).isEqualTo(428);
    assertThat(add(id, "third.txt").json().path("number").asInt()).isEqualTo(3);
    Referrals.seal(officer, id);
    JsonNode sealed = officer.get(path).json();
    assertThat(sealed.at("/exhibits/0/number").asInt()).isEqualTo(1);
    assertThat(sealed.at("/exhibits/1/number").asInt()).isEqualTo(3);
    assertThat(sealed.path("exhibits")).hasSize(2);
    assertThat(Referrals.custody(officer, id)).contains("case-changed", "sealed");
  }

  @Test
  void draft_takenBack_isFinal() throws Exception {
    String id = draft();
    String path = "/api/v1/referrals/" + id;

    Answer withdrawn =
        gateway
            .supervisor()
            .post(path + "/withdrawal", "{\"reason\":\"a mistake\"}", Referrals.etag(officer, id));

    assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
    assertThat(Referrals.state(officer, id)).isEqualTo("WITHDRAWN");
    assertThat(officer.get(path).json().has("sealDigest")).isFalse();
    Answer submitted =
        officer.send(
            officer
                .to(path + "/submit")
                .header("If-Match", withdrawn.header("ETag"))
                .POST(BodyPublishers.noBody()));
    assertThat(submitted.code()).isEqualTo("referral-wrong-state");
  }

  private String draft() throws Exception {
    String id = Referrals.open(officer, Documents.good());
    add(id, "first.txt");
    return id;
  }

  private Answer add(String id, String name) throws Exception {
    Answer added = Referrals.add(officer, id, Sample.text(name, name));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added;
  }

  private JsonNode line(String id) throws Exception {
    for (JsonNode line : officer.get("/api/v1/referrals?limit=100").json().path("items")) {
      if (line.path("id").asText().equals(id)) {
        return line;
      }
    }
    throw new AssertionError("not listed: " + id);
  }
}
