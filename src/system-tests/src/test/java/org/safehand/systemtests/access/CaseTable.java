package org.safehand.systemtests.access;

/** A case on its way to release, as the table of the design has it: by hand, a second time. */
final class CaseTable {
  static final String TABLE =
      """
      operation        object       author colleague assignee supervisor both stranger north south auditor administrator intake machine
      create-draft     nothing      A      A         A        D          A    A        D     D     D       D             A      D
      search           nothing      A      A         A        A          A    A        A     A     A       D             D      D
      read-case        draft        A      A         A        A          A    D        N     N     A       D             D      N
      read-case        intakes      A      A         A        A          A    D        N     N     A       D             A      N
      read-case        review       A      A         A        A          A    D        N     N     A       D             D      N
      read-case        endorsed     A      A         A        A          A    D        N     N     A       D             D      N
      read-case        delivered    A      A         A        A          A    D        A     N     A       D             D      A
      edit-draft       draft        A      D         A        D          D    D        N     N     D       D             D      N
      edit-draft       intakes      D      D         A        D          D    D        N     N     D       D             D      N
      remove-exhibit   draft        A      D         A        D          D    D        N     N     D       D             D      N
      remove-exhibit   intakes      D      D         A        D          D    D        N     N     D       D             D      N
      add-exhibit      draft        A      D         A        D          D    D        N     N     D       D             D      N
      add-exhibit      intakes      D      D         A        D          D    D        N     N     D       D             A      N
      open-exhibit     draft        A      D         A        W          W    D        N     N     D       D             D      N
      open-exhibit     review       A      D         A        A          A    D        N     N     D       D             D      N
      open-exhibit     their-own    D      D         A        A          A    D        N     N     D       D             D      N
      open-exhibit     endorsed     A      D         A        A          A    D        N     N     D       D             D      N
      open-exhibit     delivered    A      D         A        W          W    D        N     N     D       D             D      N
      open-exhibit     intakes      D      D         A        W          W    D        N     N     D       D             D      N
      open-exhibit     intakes-sent D      D         A        W          W    D        N     N     D       D             D      N
      download-exhibit opened       N      N         N        A          N    N        N     N     N       N             N      N
      submit           draft        A      D         A        D          D    D        N     N     D       D             D      N
      submit           intakes      D      D         A        D          D    D        N     N     D       D             D      N
      hand-over        draft        A      D         A        A          A    D        N     N     D       D             D      N
      withdraw         draft        A      D         A        A          A    D        N     N     D       D             D      N
      withdraw         intakes      D      D         A        A          A    D        N     N     D       D             D      N
      withdraw         review       A      D         A        A          A    D        N     N     D       D             D      N
      withdraw         endorsed     A      D         A        A          A    D        N     N     D       D             D      N
      return           review       D      D         D        A          A    D        N     N     D       D             D      N
      return           edited       D      D         D        A          A    D        N     N     D       D             D      N
      return           their-own    D      D         D        A          D    D        N     N     D       D             D      N
      return           endorsed     D      D         D        A          A    D        N     N     D       D             D      N
      ask-step-up      review       D      D         D        A          A    D        N     N     D       D             D      N
      ask-step-up      their-own    D      D         D        A          D    D        N     N     D       D             D      N
      ask-step-up      edited       D      D         D        A          D    D        N     N     D       D             D      N
      ask-step-up      submitted    D      D         D        A          D    D        N     N     D       D             D      N
      ask-step-up      assigned     D      D         D        A          D    D        N     N     D       D             D      N
      answer-step-up   asked        N      N         N        R          N    N        N     N     N       N             N      N
      release          review       D      D         D        S          S    D        N     N     D       D             D      N
      release          their-own    D      D         D        S          D    D        N     N     D       D             D      N
      release          edited       D      D         D        S          D    D        N     N     D       D             D      N
      release          submitted    D      D         D        S          D    D        N     N     D       D             D      N
      release          assigned     D      D         D        S          D    D        N     N     D       D             D      N
      release          endorsed     D      D         D        D          R    D        N     N     D       D             D      N
      read-custody     draft        A      A         A        A          A    D        N     N     A       D             D      N
      read-custody     delivered    A      A         A        A          A    D        A     N     A       D             D      N
      report           delivered    D      D         D        S          S    D        N     N     S       D             D      N
      fetch-report     reported     D      D         D        N          N    D        N     N     A       D             D      N
      """;

  private CaseTable() {}
}
