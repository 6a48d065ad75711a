package org.safehand.systemtests.access;

/** What is about no case, or about a broken glass; what takes one to be whole comes first. */
final class OfficeTable {
  static final String TABLE =
      """
      operation         object          author colleague assignee supervisor both stranger north south auditor administrator intake machine
      verify-log        nothing         A      A         A        A          A    A        D     D     A       A             D      D
      read-me           nothing         A      A         A        A          A    A        A     A     A       A             A      A
      search-agencies   nothing         A      A         A        A          A    A        A     A     A       D             D      D
      hold-agency       agency          D      D         D        D          D    D        D     D     D       R             D      D
      lift-hold         held            D      D         D        S          S    S        N     N     D       D             D      N
      read-holds        nothing         D      D         D        A          A    A        N     N     A       A             D      N
      read-registry     nothing         D      D         D        A          A    A        N     N     A       A             D      N
      read-settings     nothing         D      D         D        A          A    A        N     N     A       A             D      N
      challenge-key     nothing         D      D         D        D          D    D        N     N     D       R             D      N
      read-log          nothing         A      A         A        A          A    A        D     D     A       A             D      D
      break-glass       known           D      D         D        R          R    S        D     D     D       D             D      D
      read-own-glass    nothing         D      D         D        A          A    A        D     D     D       D             D      D
      list-glasses      nothing         D      D         D        D          D    D        D     D     A       D             D      D
      review-glass      broken          D      D         D        D          D    D        D     D     W       D             D      D
      end-glass         broken          D      D         D        N          N    A        D     D     D       D             D      D
      review-glass      ended           D      D         D        D          D    D        D     D     A       D             D      D
      end-session       person          D      D         D        D          D    D        D     D     D       R             D      D
      read-duty         nothing         A      A         A        A          A    A        N     N     D       D             D      N
      add-duty          nothing         D      D         D        A          A    R        N     N     D       D             D      N
      remove-duty       shift           D      D         D        A          A    N        N     N     D       D             D      N
      read-people       nothing         D      D         D        D          D    D        N     N     A       A             D      N
      read-person       person          D      D         D        D          D    D        N     N     A       A             D      N
      manage-users      nothing         D      D         D        D          D    D        N     N     D       R             D      N
      manage-endpoints  nothing         D      D         D        D          D    D        N     N     D       R             D      N
      read-proposals    nothing         D      D         D        A          A    A        N     N     A       A             D      N
      read-proposal     proposed        D      D         D        A          A    A        N     N     A       A             D      N
      read-proposal     staffing        D      D         D        D          D    D        N     N     A       A             D      N
      approve           proposed        D      D         D        S          S    S        N     N     D       D             D      N
      approve           staffing        D      D         D        D          D    D        N     N     D       D             D      N
      approve           others-staffing D      D         D        D          D    D        N     N     D       A             D      N
      reject            proposed        D      D         D        S          S    S        N     N     D       D             D      N
      reject            staffing        D      D         D        D          D    D        N     N     D       D             D      N
      reject            others-staffing D      D         D        D          D    D        N     N     D       A             D      N
      withdraw-proposal proposed        D      D         D        D          D    D        N     N     D       A             D      N
      withdraw-proposal staffing        D      D         D        D          D    D        N     N     D       A             D      N
      withdraw-proposal others-staffing D      D         D        D          D    D        N     N     D       D             D      N
      """;

  private OfficeTable() {}
}
