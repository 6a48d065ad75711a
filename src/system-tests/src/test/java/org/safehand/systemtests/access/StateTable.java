package org.safehand.systemtests.access;

/** What may be done to a case in each state of its life, where that differs. */
final class StateTable {
  static final String TABLE =
      """
      operation         object    author colleague assignee supervisor both stranger north south auditor administrator intake machine
      add-exhibit       review    W      D         W        D          D    D        N     N     D       D             D      N
      add-exhibit       returned  W      D         W        D          D    D        N     N     D       D             D      N
      remove-exhibit    review    W      D         W        D          D    D        N     N     D       D             D      N
      remove-exhibit    returned  W      D         W        D          D    D        N     N     D       D             D      N
      edit-draft        review    W      D         W        D          D    D        N     N     D       D             D      N
      submit            review    W      D         W        D          D    D        N     N     D       D             D      N
      edit-draft        returned  W      D         W        D          D    D        N     N     D       D             D      N
      submit            returned  W      D         W        D          D    D        N     N     D       D             D      N
      edit-draft        withdrawn W      D         W        D          D    D        N     N     D       D             D      N
      submit            withdrawn W      D         W        D          D    D        N     N     D       D             D      N
      edit-draft        queued    W      D         W        D          D    D        N     N     D       D             D      N
      submit            queued    W      D         W        D          D    D        N     N     D       D             D      N
      release           draft     D      D         D        W          W    D        N     N     D       D             D      N
      return            draft     D      D         D        W          W    D        N     N     D       D             D      N
      release           returned  D      D         D        W          W    D        N     N     D       D             D      N
      return            returned  D      D         D        W          W    D        N     N     D       D             D      N
      withdraw          returned  W      D         W        W          W    D        N     N     D       D             D      N
      release           withdrawn D      D         D        W          W    D        N     N     D       D             D      N
      return            withdrawn D      D         D        W          W    D        N     N     D       D             D      N
      withdraw          withdrawn W      D         W        W          W    D        N     N     D       D             D      N
      release           queued    D      D         D        W          W    D        N     N     D       D             D      N
      return            queued    D      D         D        W          W    D        N     N     D       D             D      N
      withdraw          queued    W      D         W        W          W    D        N     N     D       D             D      N
      withdraw-released draft     D      D         D        W          W    D        N     N     D       D             D      N
      withdraw-released review    D      D         D        W          W    D        N     N     D       D             D      N
      withdraw-released returned  D      D         D        W          W    D        N     N     D       D             D      N
      withdraw-released withdrawn D      D         D        W          W    D        N     N     D       D             D      N
      hand-over         review    A      D         A        A          A    D        N     N     D       D             D      N
      hand-over         returned  A      D         A        A          A    D        N     N     D       D             D      N
      hand-over         withdrawn W      D         W        W          W    D        N     N     D       D             D      N
      hand-over         queued    A      D         A        A          A    D        N     N     D       D             D      N
      open-exhibit      returned  A      D         A        W          W    D        N     N     D       D             D      N
      read-case         returned  A      A         A        A          A    D        N     N     A       D             D      N
      read-case         withdrawn A      A         A        A          A    D        N     N     A       D             D      N
      read-case         queued    A      A         A        A          A    D        N     N     A       D             D      N
      """;

  private StateTable() {}
}
