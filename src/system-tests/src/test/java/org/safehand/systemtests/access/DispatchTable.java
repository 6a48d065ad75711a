package org.safehand.systemtests.access;

/**
 * What may be done to a dispatch. What is delivered or addressed is the north's, the rest the
 * south's; what is available comes before what is queued, which takes the south's being held back.
 */
final class DispatchTable {
  static final String TABLE =
      """
      operation         object       author colleague assignee supervisor both stranger north south auditor administrator intake machine
      read-dispatches   delivered    A      A         A        A          A    D        A     N     A       D             D      A
      read-dispatches   intakes-sent A      A         A        A          A    D        A     N     A       D             A      A
      read-dispatches   available    A      A         A        A          A    D        N     A     A       D             D      N
      read-dispatch     delivered    A      A         A        A          A    D        A     N     A       D             D      A
      read-dispatch     intakes-sent A      A         A        A          A    D        A     N     A       D             A      A
      read-dispatch     available    A      A         A        A          A    D        N     A     A       D             D      N
      read-case         available    A      A         A        A          A    D        N     A     A       D             D      N
      read-case         suspended    A      A         A        A          A    D        N     N     A       D             D      N
      read-receipt      delivered    A      A         A        A          A    D        A     N     A       D             D      A
      read-receipt      available    W      W         W        W          W    D        N     W     W       D             D      N
      prove-receipt     delivered    A      A         A        A          A    D        A     N     A       D             D      A
      prove-receipt     intakes-sent A      A         A        A          A    D        A     N     A       D             D      A
      count-dispatches  nothing      D      D         D        D          D    D        D     D     A       A             D      D
      fetch-package     delivered    D      D         D        D          D    D        A     N     D       D             D      A
      fetch-package     intakes-sent D      D         D        D          D    D        A     N     D       D             D      A
      fetch-package     available    D      D         D        D          D    D        N     A     D       D             D      N
      fetch-package     suspended    D      D         D        D          D    D        N     N     D       D             D      N
      reissue           delivered    D      D         D        R          R    D        N     N     D       D             D      N
      reissue           available    D      D         D        R          R    D        N     N     D       D             D      N
      suspend-dispatch  delivered    D      D         D        W          W    D        N     N     D       D             D      N
      suspend-dispatch  available    D      D         D        A          A    D        N     N     D       D             D      N
      suspend-dispatch  suspended    D      D         D        W          W    D        N     N     D       D             D      N
      resume-dispatch   delivered    D      D         D        W          W    D        N     N     D       D             D      N
      resume-dispatch   available    D      D         D        W          W    D        N     N     D       D             D      N
      resume-dispatch   suspended    D      D         D        S          S    D        N     N     D       D             D      N
      withdraw-released delivered    D      D         D        W          W    D        N     N     D       D             D      N
      withdraw-released available    D      D         D        W          W    D        N     N     D       D             D      N
      withdraw-released suspended    D      D         D        W          W    D        N     N     D       D             D      N
      read-dispatches   suspended    A      A         A        A          A    D        N     N     A       D             D      N
      read-dispatch     suspended    A      A         A        A          A    D        N     N     A       D             D      N
      read-receipt      suspended    W      W         W        W          W    D        N     N     W       D             D      N
      read-dispatches   addressed    A      A         A        A          A    D        N     N     A       D             D      A
      read-dispatch     addressed    A      A         A        A          A    D        N     N     A       D             D      A
      read-receipt      addressed    W      W         W        W          W    D        N     N     W       D             D      W
      read-case         addressed    A      A         A        A          A    D        N     N     A       D             D      N
      fetch-package     addressed    D      D         D        D          D    D        N     N     D       D             D      N
      read-dispatches   queued       A      A         A        A          A    D        N     N     A       D             D      N
      read-dispatch     queued       A      A         A        A          A    D        N     N     A       D             D      N
      read-receipt      queued       W      W         W        W          W    D        N     N     W       D             D      N
      fetch-package     queued       D      D         D        D          D    D        N     N     D       D             D      N
      suspend-dispatch  queued       D      D         D        A          A    D        N     N     D       D             D      N
      resume-dispatch   queued       D      D         D        W          W    D        N     N     D       D             D      N
      withdraw-released queued       D      D         D        S          S    D        N     N     D       D             D      N
      """;

  private DispatchTable() {}
}
