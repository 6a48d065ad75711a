package org.safehand.referral.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.referral.id.AgencyId;

/**
 * The table in force against a second copy of it, and that copy against every rule weakened: a rule
 * whose loss nobody would notice protects nobody.
 *
 * <p>A: allowed, M: with free text masked, S: after a step-up, N: numbers alone, O: events of the
 * own agency alone, a dot: denied. What is not here is denied to everyone in every situation. A
 * line with a purpose is of somebody who says what for, where that makes a difference.
 */
class AuthorizationTableTest {
  private static final List<Situation> COLUMNS = List.of(Situation.values());

  private static final String TABLE =
      """
      create-draft      referral-officer   AAAAAAAAAAAAAAAAAAAAAAA
      create-draft      machine-intake     AAAAAAAAAAAAAAAAAAAAAAA
      edit-draft        referral-officer   AAA....................
      add-exhibit       referral-officer   AAA....................
      add-exhibit       machine-intake     AAA....................
      submit            referral-officer   AAA....................
      withdraw          referral-officer   AAA..A.................
      withdraw          release-supervisor A.AA.AAAAA..........AA.
      read-case         referral-officer   AAAA.AAAAA..........AA.
      read-case         release-supervisor A.AA.AAAAA..........AAA
      read-case         police-liaison     ............A..........
      read-case         auditor            MMMMMMMMMMMMMMMMMMMMMMM
      read-case         machine-intake     MMM..M.................
      read-case         machine-endpoint   ............A..........
      open-exhibit+purpose referral-officer   AAA..A.................
      open-exhibit+purpose release-supervisor .....AAAAA.............
      fetch-package     police-liaison     ............A..........
      fetch-package     machine-endpoint   ............A..........
      reissue           release-supervisor S.SS.SSSSS..........SS.
      hand-over         referral-officer   AAA..A..............A..
      hand-over         release-supervisor A.AA.AAAAA..........AA.
      release           release-supervisor ...S...SS...........SS.
      return            release-supervisor ..AA..AAAA..........AA.
      withdraw-released release-supervisor S.SS.SSSSS..........SS.
      suspend-dispatch  release-supervisor A.AA.AAAAA..........AA.
      suspend-dispatch  administrator      ..............AAAAAA...
      resume-dispatch   release-supervisor S.SS.SSSSS..........SS.
      read-dispatch     referral-officer   AAAA.AAAAA..........AA.
      read-dispatch     release-supervisor A.AA.AAAAA..........AAA
      read-dispatch     police-liaison     ............A..........
      read-dispatch     administrator      ................N......
      read-dispatch     auditor            AAAAAAAAAAAAAAAAAAAAAAA
      read-dispatch     machine-intake     AAA..A.................
      read-dispatch     machine-endpoint   ...........AA..........
      read-custody      referral-officer   AAAA.AAAAA..........AA.
      read-custody      release-supervisor A.AA.AAAAA..........AAA
      read-custody      police-liaison     ............O..........
      read-custody      auditor            AAAAAAAAAAAAAAAAAAAAAAA
      read-log          referral-officer   AAAAAAAAAAAAAAAAAAAAAAA
      read-log          release-supervisor AAAAAAAAAAAAAAAAAAAAAAA
      read-log          police-liaison     ............O..........
      read-log          auditor            AAAAAAAAAAAAAAAAAAAAAAA
      read-log          administrator      ................N......
      read-log          machine-endpoint   ...........OO..........
      search            referral-officer   A.AA.AAAAA..........AA.
      search            release-supervisor A.AA.AAAAA..........AA.
      search            police-liaison     ...........AA..........
      search            auditor            AAAAAAAAAAAAAAAAAAAAAAA
      report            release-supervisor S.SS.SSSSS..........SS.
      report            auditor            SSSSSSSSSSSSSSSSSSSSSSS
      manage-users      auditor            ...............A....A..
      manage-users      administrator      ...............A.AA.A..
      manage-endpoints  release-supervisor ...............A..S.A..
      manage-endpoints  auditor            ...............A....A..
      manage-endpoints  administrator      ...............A.A..A..
      break-glass       release-supervisor SSSSSSSSSSSSSSSSSSSSSSS
      end-session       administrator      AAAAAAAAAAAAAAAAAAAAAAA
      review-glass      auditor            AAAAAAAAAAAAAAAAAAAAAAA
      """;

  private static final String NOWHERE = ".".repeat(COLUMNS.size());

  @Test
  void table_inForce_isTheOneWrittenHere() throws IOException {
    assertThat(rows(AccessPolicy.parse(csv()))).isEqualTo(copy());
  }

  @ParameterizedTest
  @MethodSource("weakened")
  void table_withOneRuleChanged_isNotTheOneWrittenHere(String what, String changed) {
    assertThat(rows(AccessPolicy.parse(changed))).as(what).isNotEqualTo(copy());
  }

  @Test
  void roles_thatExcludeOneAnother_areAllowedNothing() {
    AccessPolicy policy = AccessPolicy.packaged();
    for (Role one : Role.values()) {
      for (Role other : Role.values()) {
        Set<Role> both = Set.of(Role.REFERRAL_OFFICER, Role.RELEASE_SUPERVISOR);
        boolean exclude = one != other && !both.equals(Set.of(one, other));
        if (exclude) {
          Actor actor = actor(Set.of(one, other));
          assertThat(Arrays.stream(Operation.values()))
              .as(one + " and " + other)
              .allSatisfy(
                  operation -> {
                    assertThat(cells(policy, operation, actor, false)).isEqualTo(NOWHERE);
                    assertThat(cells(policy, operation, actor, true)).isEqualTo(NOWHERE);
                  });
          assertThat(policy.scope(actor)).isEmpty();
        }
      }
    }
  }

  static List<Arguments> weakened() throws IOException {
    List<String> lines = csv().lines().toList();
    List<Arguments> all = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      for (String other : others(lines.get(i))) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(i, other);
        all.add(Arguments.of(lines.get(i) + " -> " + other, String.join("\n", changed) + "\n"));
      }
    }
    return all;
  }

  /** The same line with one condition less, with a no made a yes, or with what is planned begun. */
  private static List<String> others(String line) {
    String[] cells = line.split(",", -1);
    String start = cells[0] + "," + cells[1] + ",";
    List<String> conditions = List.of(cells[2].split(" ", -1));
    if (cells[3].equals("planned")) {
      return begun(start + cells[2] + ",active");
    }
    if (conditions.equals(List.of("never"))) {
      return List.of(start + "always,active");
    }
    List<String> others = new ArrayList<>(List.of(start + "never,active"));
    for (String dropped : conditions) {
      if (!dropped.equals("always")) {
        String rest =
            conditions.stream()
                .filter(condition -> !condition.equals(dropped))
                .collect(Collectors.joining(" "));
        others.add(start + (rest.isEmpty() ? "always" : rest) + ",active");
      }
    }
    return others;
  }

  /** Nothing, where the policy refuses to be read with a condition that no act sees to. */
  private static List<String> begun(String line) {
    try {
      PolicyLine.parse(line);
      return List.of(line);
    } catch (IllegalArgumentException unseen) {
      return List.of();
    }
  }

  private static Map<String, String> copy() {
    Map<String, String> rows = new LinkedHashMap<>();
    for (String line : TABLE.lines().toList()) {
      String[] cells = line.split(" +", -1);
      assertThat(cells[2]).as(line).hasSize(COLUMNS.size());
      rows.put(cells[0] + " " + cells[1], cells[2]);
    }
    return rows;
  }

  /** What the policy says, without the rows in which everything is denied. */
  private static Map<String, String> rows(AccessPolicy policy) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (Operation operation : Operation.values()) {
      for (Role role : Role.values()) {
        String cells = cells(policy, operation, actor(Set.of(role)), false);
        if (!cells.equals(NOWHERE)) {
          rows.put(operation.wire() + " " + role.wire(), cells);
        }
        String said = cells(policy, operation, actor(Set.of(role)), true);
        if (!said.equals(cells)) {
          rows.put(operation.wire() + "+purpose " + role.wire(), said);
        }
      }
    }
    return rows;
  }

  private static String cells(
      AccessPolicy policy, Operation operation, Actor actor, boolean purpose) {
    return IntStream.range(0, COLUMNS.size())
        .mapToObj(
            i ->
                letter(
                    policy.decide(actor, operation, COLUMNS.get(i).of(actor).withPurpose(purpose))))
        .collect(Collectors.joining());
  }

  private static String letter(AccessPolicy.Decision decision) {
    if (decision instanceof AccessPolicy.Allowed allowed) {
      return allowed.owed().isEmpty() ? "A" : letter(only(allowed.owed()));
    }
    return ".";
  }

  private static String letter(Condition owed) {
    return switch (owed) {
      case MASKED -> "M";
      case STEP_UP -> "S";
      case COUNTS -> "N";
      case OWN_EVENTS -> "O";
      default -> throw new AssertionError("nothing that an act sees to: " + owed);
    };
  }

  private static Condition only(Set<Condition> owed) {
    assertThat(owed).hasSize(1);
    return owed.iterator().next();
  }

  private static Actor actor(Set<Role> roles) {
    boolean agencys = roles.contains(Role.POLICE_LIAISON) || roles.contains(Role.MACHINE_ENDPOINT);
    return new Actor(
        new StaffNumber("1001"),
        "Somebody",
        roles,
        agencys ? "AG-S-002" : "hotline",
        agencys ? Optional.of(new AgencyId("AG-S-002")) : Optional.empty(),
        new Authentication("gold", Instant.EPOCH, "session"));
  }

  private static String csv() throws IOException {
    return Files.readString(Path.of("../../config/policy/authorization.csv"), UTF_8);
  }
}
