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
 * <p>A: allowed, M: allowed with free text masked, S: allowed after a step-up, a dot: denied. What
 * is not here is denied to everyone in every situation.
 */
class AuthorizationTableTest {
  private static final List<Situation> COLUMNS = List.of(Situation.values());

  private static final String TABLE =
      """
      create-draft      referral-officer   AAAAAAAAAAAAAAAAAAAA
      create-draft      machine-intake     AAAAAAAAAAAAAAAAAAAA
      edit-draft        referral-officer   AAA.................
      edit-draft        machine-intake     AAA.................
      submit            referral-officer   AAA.................
      withdraw          referral-officer   AAA..A..............
      withdraw          release-supervisor A.AA.AAA.........AA.
      read-case         referral-officer   AAAA.AAA.........AA.
      read-case         release-supervisor A.AA.AAA.........AAA
      read-case         police-liaison     ..........A.........
      read-case         auditor            MMMMMMMMMMMMMMMMMMMM
      read-case         machine-intake     MMM..M..............
      read-case         machine-endpoint   ..........A.........
      fetch-package     police-liaison     ..........A.........
      fetch-package     machine-endpoint   ..........A.........
      reissue           release-supervisor S.SS.SSS.........SS.
      hand-over         referral-officer   AAA..A...........A..
      hand-over         release-supervisor A.AA.AAA.........AA.
      release           release-supervisor ..SS...S.........SS.
      return            release-supervisor ..AA..AA.........AA.
      withdraw-released release-supervisor S.SS.SSS.........SS.
      suspend-dispatch  release-supervisor A.AA.AAA.........AA.
      suspend-dispatch  administrator      ............AAAAA...
      resume-dispatch   release-supervisor S.SS.SSS.........SS.
      read-dispatch     referral-officer   AAAA.AAA.........AA.
      read-dispatch     release-supervisor A.AA.AAA.........AAA
      read-dispatch     police-liaison     .........AA.........
      read-dispatch     auditor            AAAAAAAAAAAAAAAAAAAA
      read-dispatch     machine-intake     AAA..A..............
      read-dispatch     machine-endpoint   .........AA.........
      read-custody      referral-officer   AAAA.AAA.........AA.
      read-custody      release-supervisor A.AA.AAA.........AAA
      read-custody      auditor            AAAAAAAAAAAAAAAAAAAA
      read-log          referral-officer   AAAAAAAAAAAAAAAAAAAA
      read-log          release-supervisor AAAAAAAAAAAAAAAAAAAA
      read-log          auditor            AAAAAAAAAAAAAAAAAAAA
      search            referral-officer   A.AA.AAA.........AA.
      search            release-supervisor A.AA.AAA.........AA.
      search            police-liaison     .........AA.........
      search            auditor            AAAAAAAAAAAAAAAAAAAA
      report            release-supervisor S.SS.SSS.........SS.
      report            auditor            SSSSSSSSSSSSSSSSSSSS
      manage-users      auditor            .............A...A..
      manage-users      administrator      .............AAA.A..
      manage-endpoints  release-supervisor .............A.S.A..
      manage-endpoints  auditor            .............A...A..
      manage-endpoints  administrator      .............AA..A..
      break-glass       release-supervisor SSSSSSSSSSSSSSSSSSSS
      end-session       administrator      AAAAAAAAAAAAAAAAAAAA
      review-glass      auditor            AAAAAAAAAAAAAAAAAAAA
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
                  operation -> assertThat(cells(policy, operation, actor)).isEqualTo(NOWHERE));
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

  /** Nothing, where the policy refuses to be read with a condition that nobody can decide. */
  private static List<String> begun(String line) {
    try {
      PolicyLine.parse(line);
      return List.of(line);
    } catch (IllegalArgumentException undecidable) {
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
        String cells = cells(policy, operation, actor(Set.of(role)));
        if (!cells.equals(NOWHERE)) {
          rows.put(operation.wire() + " " + role.wire(), cells);
        }
      }
    }
    return rows;
  }

  private static String cells(AccessPolicy policy, Operation operation, Actor actor) {
    return IntStream.range(0, COLUMNS.size())
        .mapToObj(i -> letter(policy.decide(actor, operation, COLUMNS.get(i).of(actor))))
        .collect(Collectors.joining());
  }

  private static String letter(AccessPolicy.Decision decision) {
    if (decision instanceof AccessPolicy.Allowed allowed) {
      return allowed.stepUp() ? "S" : allowed.masked() ? "M" : "A";
    }
    return ".";
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
