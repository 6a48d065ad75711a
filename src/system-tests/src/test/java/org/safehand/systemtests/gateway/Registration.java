package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Consumer;
import org.safehand.systemtests.gateway.Api.Answer;

/** Changes of the registry, by an administrator and a release supervisor together. */
public final class Registration {
  static final String PROPOSALS = "/api/v1/proposals";

  private final RunningGateway gateway;

  /** Of the registry of {@code gateway}. */
  public Registration(RunningGateway gateway) {
    this.gateway = gateway;
  }

  /** The agency's entry in the registry, with its revision. */
  public JsonNode entry(String agency) throws Exception {
    for (JsonNode entry : gateway.administrator().get("/api/v1/registry").json().path("agencies")) {
      if (entry.at("/agency/id").asText().equals(agency)) {
        return entry;
      }
    }
    throw new AssertionError(agency + " is not registered");
  }

  /** The agency stands there changed when this returns. */
  public void change(String agency, Consumer<JsonNode> change) throws Exception {
    approved(proposed(agency, change));
  }

  /** A new agency stands there when this returns. */
  void add(JsonNode document) throws Exception {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("kind", "agency-set");
    body.set("agency", document);
    approved(proposed(body));
  }

  private void approved(Answer proposed) throws Exception {
    Answer approved = approveGranted(proposed, "");
    assertThat(approved.status()).as(approved.text()).isEqualTo(200);
  }

  /** The same as {@link #approve(Answer, String)}, with the second factor shown already. */
  Answer approveGranted(Answer proposed, String fingerprint) throws Exception {
    new Grants(gateway).keep("supervisor1", stepUp(proposed));
    return approve(gateway.supervisor(), proposed, fingerprint);
  }

  /** The proposal of an administrator that the agency stand there changed. */
  Answer proposed(String agency, Consumer<JsonNode> change) throws Exception {
    JsonNode entry = entry(agency);
    JsonNode document = entry.path("agency").deepCopy();
    change.accept(document);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", "agency-set").put("revision", entry.path("revision").asLong());
    body.set("agency", document);
    return proposed(body);
  }

  private Answer proposed(JsonNode change) throws Exception {
    Answer proposed = gateway.administrator().post(PROPOSALS, change.toString());
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    return proposed;
  }

  /** A supervisor's approval, who shows the second factor when asked. */
  Answer approve(Answer proposed) throws Exception {
    return approve(proposed, "");
  }

  /** The same, naming the fingerprint of a key unless that is empty. */
  Answer approve(Answer proposed, String fingerprint) throws Exception {
    return stepUp(proposed)
        .around(gateway.supervisor(), () -> approve(gateway.supervisor(), proposed, fingerprint));
  }

  static StepUp stepUp(Answer proposed) {
    return new StepUp("manage-endpoints", id(proposed), proposed.header("ETag"), digest(proposed));
  }

  static Answer approveNow(Api person, Answer proposed) throws IOException, InterruptedException {
    return approve(person, proposed, "");
  }

  private static Answer approve(Api person, Answer proposed, String fingerprint)
      throws IOException, InterruptedException {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("digest", digest(proposed));
    if (!fingerprint.isEmpty()) {
      body.put("fingerprint", fingerprint);
    }
    return person.post(
        PROPOSALS + "/" + id(proposed) + "/approve", body.toString(), proposed.header("ETag"));
  }

  static String id(Answer proposed) {
    return proposed.json().path("id").asText();
  }

  static String digest(Answer proposed) {
    return proposed.json().path("digest").asText();
  }
}
