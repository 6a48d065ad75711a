package org.safehand.systemtests.access;

/**
 * What takes a step-up, by people who have one for this very act: it is done for those who may, and
 * helps nobody else.
 */
final class ProvenTable {
  static final String TABLE =
      """
      operation         object    author colleague assignee supervisor both stranger north south auditor administrator intake machine
      release           review    D      D         D        A          A    D        N     N     D       D             D      N
      release           edited    D      D         D        A          D    D        N     N     D       D             D      N
      release           submitted D      D         D        A          D    D        N     N     D       D             D      N
      release           assigned  D      D         D        A          D    D        N     N     D       D             D      N
      resume-dispatch   suspended D      D         D        A          A    D        N     N     D       D             D      N
      withdraw-released queued    D      D         D        A          A    D        N     N     D       D             D      N
      report            delivered D      D         D        A          A    D        N     N     A       D             D      N
      lift-hold         held      D      D         D        A          A    A        N     N     D       D             D      N
      """;

  private ProvenTable() {}
}
