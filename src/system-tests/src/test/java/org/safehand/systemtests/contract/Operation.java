package org.safehand.systemtests.contract;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;

/**
 * One operation of the gateway, at a path with ids that are well formed and that nobody gave out.
 *
 * @param method in capitals
 * @param path with its values
 */
public record Operation(String method, String path) {
  private static final String NOBODYS = "01890000-0000-7000-8000-00000000ffff";

  public Operation {
    requireNonNull(method, "method is null");
    if (path.contains("{")) {
      throw new IllegalArgumentException("no value for a parameter of " + path);
    }
  }

  /** The operation at a path of the contract. */
  static Operation at(String method, String template) {
    return new Operation(
        method,
        template
            .replace("/agencies/{id}", "/agencies/AG-X-999")
            .replace("/people/{number}", "/people/nobody-1")
            .replace("{number}", "1")
            .replaceAll("\\{(id|extractId)}", NOBODYS));
  }

  boolean reads() {
    return method.equals("GET");
  }

  /** Asked by {@code who}; what changes something comes with an empty document. */
  public Answer ask(Api who) throws IOException, InterruptedException {
    return who.send(completed(who.to(path)));
  }

  /** Asked by {@code who}, with {@code authorization} in the header of that name. */
  public Answer ask(Api who, String authorization) throws IOException, InterruptedException {
    return who.send(completed(who.to(path).header("Authorization", authorization)));
  }

  private HttpRequest.Builder completed(HttpRequest.Builder request) {
    return reads()
        ? request.GET()
        : request
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(method, BodyPublishers.ofString("{}"));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
