package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.safehand.systemtests.gateway.Api.Answer;

/**
 * An act for which the gateway asks the second factor.
 *
 * @param etag the entity tag of the object that it is done to
 * @param digest of all that it does
 */
public record StepUp(String operation, String object, String etag, String digest) {
  public static final String ASKED = "insufficient-user-authentication";

  /** Does something over HTTP. */
  @FunctionalInterface
  public interface Act {
    Answer send() throws IOException, InterruptedException;
  }

  /** The challenge. */
  public Answer ask(Api person) throws IOException, InterruptedException {
    return person.post(
        "/api/v1/step-ups",
        """
        {"operation": "%s", "object": "%s", "etag": "%s", "digest": "%s"}"""
            .formatted(operation, object, etag.replace("\"", "\\\""), digest));
  }

  static Answer answer(Api person, Answer challenge, String idToken) throws Exception {
    return person.put(
        "/api/v1/step-ups/" + challenge.json().path("id").asText(),
        "{\"idToken\": \"%s\"}".formatted(idToken));
  }

  /** Shows the second factor for this. */
  public void show(Api person) throws Exception {
    Answer challenge = ask(person);
    assertThat(challenge.status()).as(challenge.text()).isEqualTo(201);
    String token = person.idToken(challenge.json().path("challenge").asText());
    Answer answered = answer(person, challenge, token);
    assertThat(answered.status()).as(answered.text()).isEqualTo(204);
  }

  /** What {@code act} is answered, or if it is asked for the second factor, what after that. */
  public Answer around(Api person, Act act) throws Exception {
    Answer first = act.send();
    if (first.status() != 401 || !first.code().equals(ASKED)) {
      return first;
    }
    show(person);
    return act.send();
  }
}
