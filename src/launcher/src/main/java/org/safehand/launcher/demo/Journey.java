package org.safehand.launcher.demo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;

/** One referral on its way from draft to agency, each step by the person whose step it is. */
final class Journey {
  private final DemoCase example;
  private final GatewayClient officer;
  private final GatewayClient supervisor;
  private String id = "";
  private String reference = "";

  Journey(DemoCase example, GatewayClient officer, GatewayClient supervisor) {
    this.example = requireNonNull(example, "example is null");
    this.officer = requireNonNull(officer, "officer is null");
    this.supervisor = requireNonNull(supervisor, "supervisor is null");
  }

  void open() throws IOException, InterruptedException, LaunchException, JsonException {
    JsonObject draft = officer.open(example.document());
    id = draft.string("id");
    reference = draft.string("reference");
  }

  void addExhibits(Map<String, DemoExhibit> exhibits)
      throws IOException, InterruptedException, LaunchException, JsonException {
    for (String name : example.exhibits()) {
      DemoExhibit original = requireNonNull(exhibits.get(name), "no such exhibit");
      JsonObject stored = officer.addExhibit(id, original);
      if (!stored.string("sha256").equals(original.sha256().hex())) {
        throw new LaunchException(LaunchCode.DEMO_FAILED, "the gateway stored another " + name);
      }
    }
  }

  /** Submits, and waits for the sealed version. */
  void seal() throws IOException, InterruptedException, LaunchException, JsonException {
    officer.submit(id);
    Patience.until(
        "sealing of " + reference,
        () -> Optional.of(officer.referral(id)).filter(now -> is(now, "IN_REVIEW")));
  }

  /** The supervisor reads the seal digest and releases exactly that. */
  void release() throws IOException, InterruptedException, LaunchException, JsonException {
    String sealDigest = supervisor.referral(id).string("sealDigest");
    supervisor.release(id, sealDigest, example.recipients());
  }

  /** Waits until every dispatch is with its agency, or lies ready for it. */
  void awaitDispatches() throws IOException, InterruptedException, LaunchException, JsonException {
    Patience.until("delivery of " + reference, () -> arrived(supervisor.dispatches(id)));
  }

  /** The dispatch to that agency. */
  String dispatchTo(String agency)
      throws IOException, InterruptedException, LaunchException, JsonException {
    for (JsonObject dispatch : supervisor.dispatches(id)) {
      if (dispatch.string("agency").equals(agency)) {
        return dispatch.string("id");
      }
    }
    throw new LaunchException(LaunchCode.DEMO_FAILED, "no dispatch to " + agency);
  }

  /** Waits until every custody event of the referral stands in the published log. */
  void awaitPublished() throws IOException, InterruptedException, LaunchException, JsonException {
    Patience.until("publication of " + reference, () -> published(supervisor.custody(id)));
  }

  private Optional<Boolean> arrived(List<JsonObject> dispatches)
      throws JsonException, LaunchException {
    for (JsonObject dispatch : dispatches) {
      if (is(dispatch, "SUSPENDED")) {
        throw new LaunchException(
            LaunchCode.DEMO_FAILED,
            "the dispatch to %s is suspended: %s"
                .formatted(
                    dispatch.string("agency"), dispatch.optionalString("suspension").orElse("")));
      }
      String wanted = dispatch.string("channel").equals("soap") ? "DELIVERED" : "AVAILABLE";
      if (!is(dispatch, wanted)) {
        return Optional.empty();
      }
    }
    return dispatches.size() == example.recipients().size() ? Optional.of(true) : Optional.empty();
  }

  private static Optional<Boolean> published(List<JsonObject> events) throws JsonException {
    for (JsonObject event : events) {
      if (event.string("stage").equals("recorded")) {
        return Optional.empty();
      }
    }
    return events.isEmpty() ? Optional.empty() : Optional.of(true);
  }

  private static boolean is(JsonObject object, String state) {
    try {
      return object.string("state").equals(state);
    } catch (JsonException e) {
      return false;
    }
  }
}
