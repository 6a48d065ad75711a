package org.safehand.systemtests.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.Await;
import org.safehand.systemtests.gateway.RunningGateway;

/**
 * The authorization table over HTTP. It is written here a second time, by hand, so that a wrong
 * line of {@code config/policy/authorization.csv} does not go unnoticed. Each cell is asked of the
 * running gateway, and each denial looked for in the custody log.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class AuthorizationIT {
  /** What an allowed request leaves in another state than it found it in. */
  private static final Set<String> CHANGING =
      Set.of(
          "edit-draft",
          "add-exhibit",
          "remove-exhibit",
          "submit",
          "hand-over",
          "withdraw",
          "return",
          "release",
          "withdraw-released",
          "suspend-dispatch",
          "resume-dispatch",
          "download-exhibit",
          "end-glass",
          "review-glass",
          "lift-hold",
          "remove-duty",
          "approve",
          "reject",
          "withdraw-proposal");

  /** Asks for no operation: whose challenge it is not is told that there is none. */
  private static final String NO_ATTEMPT = "answer-step-up";

  private final RunningGateway gateway = RunningGateway.get();
  private final Cast cast;
  private final Objects objects;
  private final OtherObjects proofs;
  private final Denials denials;

  AuthorizationIT(@TempDir Path folder) throws Exception {
    cast = new Cast(gateway, folder);
    objects = new Objects(gateway, cast);
    proofs = new OtherObjects(gateway, cast);
    denials = new Denials(gateway);
  }

  @AfterAll
  void everythingIsAsItWas() throws Exception {
    denials.close();
    objects.lift();
    cast.leave();
  }

  static List<Cell> cells() {
    return Stream.of(OfficeTable.TABLE, CaseTable.TABLE, StateTable.TABLE, DispatchTable.TABLE)
        .flatMap(table -> Cell.of(table).stream())
        .toList();
  }

  static List<Cell> provenCells() {
    return Cell.of(ProvenTable.TABLE);
  }

  @ParameterizedTest
  @MethodSource("cells")
  @Order(1)
  void cell_everyOne_isAsTheTableSays(Cell cell) throws Exception {
    ask(cell, objects.get(cell.object()));
  }

  @ParameterizedTest
  @MethodSource("provenCells")
  @Order(2)
  void cell_withAStepUpForTheAct_isDoneForThoseAloneWhoMay(Cell cell) throws Exception {
    Asked asked = objects.get(cell.object());
    proofs.prove(cell.operation(), cell.who(), asked);
    ask(cell, asked);
  }

  /** A door without a cell, or a cell for a door that is not there, is a hole in the table. */
  @Test
  @Order(3)
  void doors_areThoseOfTheContract_andEachHasARow() throws Exception {
    assertThat(Doors.ALL.values().stream().map(Door::named).distinct())
        .containsExactlyInAnyOrderElementsOf(contract());
    assertThat(cells().stream().map(Cell::operation).distinct())
        .containsExactlyInAnyOrderElementsOf(Doors.ALL.keySet());
  }

  private void ask(Cell cell, Asked asked) throws Exception {
    Door door = Doors.of(cell.operation());
    Api person = cast.at(cell.who());
    Denials.Standing before = denials.now();
    Answer answer = inBothSteps(cell, person, witnessed(door, person, asked));
    if (answer.status() < 300 && CHANGING.contains(cell.operation())) {
      objects.spent(cell.object(), cell.operation());
    }
    assertThat(Verdict.of(answer, door.wrong()))
        .as(cell + ": " + answer.text())
        .isEqualTo(cell.verdict());
    if (cell.operation().equals(NO_ATTEMPT)) {
      assertThat(denials.now()).isEqualTo(before);
    } else if (cell.verdict() != Verdict.A) {
      assertTold(cell, asked, denials.oneMore(before, cell.toString()), answer.code());
    }
  }

  /** Whoever may have a proof is asked to wait until there is one, which is no event. */
  private static Answer witnessed(Door door, Api person, Asked asked) throws Exception {
    Answer[] last = {door.ask(person, asked)};
    Await.until(
        "the proof of the receipt",
        Duration.ofMinutes(1),
        () -> {
          boolean waits = last[0].status() == 409 && last[0].code().equals("receipt-not-witnessed");
          if (waits) {
            last[0] = door.ask(person, asked);
          }
          return !waits;
        });
    return last[0];
  }

  /** Who may open an exhibit has it. */
  private static Answer inBothSteps(Cell cell, Api person, Answer answer) throws Exception {
    return cell.operation().equals("open-exhibit") && answer.status() == 201
        ? person.fetch("/api/v1/openings/" + answer.json().path("id").asText())
        : answer;
  }

  /** The denial is an event of the case, if there is one, and says who was denied what. */
  private void assertTold(Cell cell, Asked asked, String leaf, String code) throws Exception {
    if (asked.referral().isEmpty()) {
      return;
    }
    JsonNode event = Denials.newest(gateway.supervisor(), asked.referral());
    assertThat(event.path("leafHash").asText()).as(cell + ": " + event).isEqualTo(leaf);
    assertThat(event.path("actor").asText()).isEqualTo(cast.number(cell.who()));
    assertThat(event.path("role").asText()).isEqualTo(cell.who().role());
    assertThat(event.at("/facts/operation").asText())
        .isEqualTo(Doors.of(cell.operation()).operation());
    assertThat(event.path("code").asText()).isEqualTo(code);
  }

  /** What the contract offers below the API's own path. */
  private static Set<String> contract() throws IOException {
    Pattern line = Pattern.compile("(?m)^  (/\\S*):$|^    (get|put|post|delete|patch):$");
    Path file = Path.of("..", "web", "src", "main", "resources", "openapi.yaml");
    Set<String> found = new TreeSet<>();
    String path = "";
    Matcher next = line.matcher(Files.readString(file));
    while (next.find()) {
      if (next.group(1) != null) {
        path = next.group(1);
      } else if (path.startsWith(Door.API)) {
        found.add(next.group(2).toUpperCase(Locale.ROOT) + " " + path);
      }
    }
    return found;
  }
}
