package org.safehand.systemtests.access;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.Referrals;
import org.safehand.systemtests.gateway.RunningGateway;

/**
 * The authorization table over HTTP. It is written here a second time, by hand, so that a wrong
 * line of {@code config/policy/authorization.csv} does not go unnoticed.
 */
class AuthorizationIT {
  private static final String TABLE =
      """
      operation         object       author colleague supervisor both north south auditor administrator intake machine
      create-draft      nothing      A      A         D          A    D     D     D       D             A      D
      edit-draft        draft        A      D         D          D    N     N     D       D             D      N
      edit-draft        intakes      D      D         D          D    N     N     D       D             D      N
      remove-exhibit    draft        A      D         D          D    N     N     D       D             D      N
      remove-exhibit    intakes      D      D         D          D    N     N     D       D             D      N
      add-exhibit       draft        A      D         D          D    N     N     D       D             D      N
      add-exhibit       intakes      D      D         D          D    N     N     D       D             A      N
      submit            draft        A      D         D          D    N     N     D       D             D      N
      submit            intakes      D      D         D          D    N     N     D       D             D      N
      read-case         draft        A      A         A          A    N     N     A       D             D      N
      read-case         intakes      A      A         A          A    N     N     A       D             A      N
      read-case         review       A      A         A          A    N     N     A       D             D      N
      read-case         delivered    A      A         A          A    A     N     A       D             D      A
      open-exhibit      draft        A      D         W          D    N     N     D       D             D      N
      open-exhibit      review       A      D         A          A    N     N     D       D             D      N
      open-exhibit      their-own    D      D         A          A    N     N     D       D             D      N
      open-exhibit      delivered    A      D         W          D    N     N     D       D             D      N
      open-exhibit      intakes      D      D         W          D    N     N     D       D             D      N
      open-exhibit      intakes-sent A      D         W          D    N     N     D       D             D      N
      download-exhibit  opened       N      N         A          N    N     N     N       N             N      N
      withdraw          draft        A      D         A          A    N     N     D       D             D      N
      withdraw          intakes      D      D         A          A    N     N     D       D             D      N
      withdraw          review       A      D         A          A    N     N     D       D             D      N
      return            review       D      D         A          A    N     N     D       D             D      N
      return            their-own    D      D         A          D    N     N     D       D             D      N
      release           review       D      D         S          S    N     N     D       D             D      N
      read-case         endorsed     A      A         A          A    N     N     A       D             D      N
      open-exhibit      endorsed     A      D         A          A    N     N     D       D             D      N
      withdraw          endorsed     A      D         A          A    N     N     D       D             D      N
      return            endorsed     D      D         A          A    N     N     D       D             D      N
      release           endorsed     D      D         D          R    N     N     D       D             D      N
      release           their-own    D      D         S          D    N     N     D       D             D      N
      reissue           delivered    D      D         R          R    N     N     D       D             D      N
      withdraw-released delivered    D      D         R          R    N     N     D       D             D      N
      suspend-dispatch  delivered    D      D         R          R    N     N     D       D             D      N
      resume-dispatch   delivered    D      D         R          R    N     N     D       D             D      N
      hold-agency       nothing      D      D         D          D    D     D     D       R             D      D
      lift-hold         held         D      D         S          S    N     N     D       D             D      N
      read-holds        nothing      D      D         A          A    N     N     A       A             D      N
      read-dispatches   delivered    A      A         A          A    A     N     A       D             D      A
      read-dispatches   intakes-sent A      A         A          A    A     N     A       D             A      A
      read-dispatch     delivered    A      A         A          A    A     N     A       D             D      A
      read-dispatch     intakes-sent A      A         A          A    A     N     A       D             A      A
      count-dispatches  nothing      D      D         D          D    D     D     A       A             D      D
      read-receipt      delivered    A      A         A          A    A     N     A       D             D      A
      prove-receipt     delivered    A      A         A          A    A     N     A       D             D      A
      prove-receipt     intakes-sent A      A         A          A    A     N     A       D             D      A
      fetch-package     delivered    D      D         D          D    A     N     D       D             D      A
      fetch-package     intakes-sent D      D         D          D    A     N     D       D             D      A
      read-custody      draft        A      A         A          A    N     N     A       D             D      N
      read-custody      delivered    A      A         A          A    A     N     A       D             D      N
      read-log          nothing      A      A         A          A    D     D     A       A             D      D
      verify-log        nothing      A      A         A          A    D     D     A       A             D      D
      search            nothing      A      A         A          A    A     A     A       D             D      D
      search-agencies   nothing      A      A         A          A    A     A     A       D             D      D
      report            delivered    D      D         S          S    N     N     S       D             D      N
      break-glass       nothing      D      D         R          R    D     D     D       D             D      D
      read-own-glass    nothing      D      D         A          A    D     D     D       D             D      D
      end-session       nothing      D      D         D          D    D     D     D       R             D      D
      review-glass      nothing      D      D         D          D    D     D     A       D             D      D
      hand-over         draft        A      D         A          A    N     N     D       D             D      N
      read-duty         nothing      A      A         A          A    N     N     D       D             D      N
      manage-users      nothing      D      D         D          D    N     N     D       R             D      N
      manage-endpoints  nothing      D      D         D          D    N     N     D       R             D      N
      challenge-key     nothing      D      D         D          D    N     N     D       R             D      N
      decide-endpoints  proposed     D      D         S          S    N     N     D       D             D      N
      read-registry     nothing      D      D         A          A    N     N     A       A             D      N
      read-settings     nothing      D      D         A          A    N     N     A       A             D      N
      read-people       nothing      D      D         D          D    N     N     A       A             D      N
      read-proposals    nothing      D      D         A          A    N     N     A       A             D      N
      """;

  /** What an allowed request leaves in another state than it found it in. */
  private static final Set<String> CHANGING =
      Set.of(
          "edit-draft",
          "add-exhibit",
          "remove-exhibit",
          "submit",
          "withdraw",
          "return",
          "hand-over",
          "download-exhibit");

  /** Doors of the table that are not named as their operation is. */
  private static final Set<String> DOORS =
      Set.of(
          "remove-exhibit",
          "download-exhibit",
          "read-dispatches",
          "count-dispatches",
          "read-receipt",
          "prove-receipt",
          "hold-agency",
          "lift-hold",
          "read-holds",
          "read-own-glass",
          "verify-log",
          "search-agencies",
          "read-duty",
          "read-people",
          "challenge-key",
          "decide-endpoints",
          "read-registry",
          "read-settings",
          "read-proposals");

  private static final Objects OBJECTS = new Objects(RunningGateway.get());

  private final RunningGateway gateway = RunningGateway.get();

  @AfterAll
  static void nothingIsHeld() throws Exception {
    OBJECTS.lift();
  }

  static List<Cell> cells() {
    return Cell.of(TABLE);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void cell_everyOne_isAsTheTableSays(Cell cell) throws Exception {
    Asked asked = OBJECTS.get(cell.object());
    long denied = denials(asked);
    Answer answer = Doors.ask(cell.who().at(gateway), cell.operation(), asked);
    if (answer.status() < 300 && CHANGING.contains(cell.operation())) {
      OBJECTS.spent(cell.object());
    }
    assertThat(Verdict.of(answer)).as(cell + ": " + answer.text()).isEqualTo(cell.verdict());
    if (!asked.referral().isEmpty() && cell.verdict() != Verdict.A) {
      assertThat(denials(asked)).as("the denial is an event: " + cell).isEqualTo(denied + 1);
    }
  }

  /** A cell of the table for each operation that an endpoint asks for, and for no other. */
  @Test
  void table_hasARow_forEachOperationThatIsOffered() throws Exception {
    Set<String> rows =
        cells().stream()
            .map(Cell::operation)
            .filter(operation -> !DOORS.contains(operation))
            .collect(toCollection(TreeSet::new));
    assertThat(rows).isEqualTo(offered());
  }

  private long denials(Asked asked) throws Exception {
    return asked.referral().isEmpty()
        ? 0
        : Referrals.custody(gateway.supervisor(), asked.referral()).stream()
            .filter("denied"::equals)
            .count();
  }

  private static Set<String> offered() throws IOException {
    Pattern asks = Pattern.compile("@Asks\\(Operation\\.([A-Z_]+)\\)");
    Path sources = Path.of("..", "web", "src", "main", "java");
    try (Stream<Path> files = Files.walk(sources)) {
      Set<String> offered = new TreeSet<>();
      for (Path file : files.filter(name -> name.toString().endsWith(".java")).toList()) {
        Matcher found = asks.matcher(Files.readString(file));
        while (found.find()) {
          offered.add(found.group(1).toLowerCase(Locale.ROOT).replace('_', '-'));
        }
      }
      return offered;
    }
  }
}
