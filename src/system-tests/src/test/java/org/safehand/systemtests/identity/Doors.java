package org.safehand.systemtests.identity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safehand.systemtests.contract.Operation;
import org.safehand.systemtests.contract.Operations;
import org.safehand.systemtests.gateway.Api;

/** Where a token could be shown: every operation of the contract, reads and changes alike. */
final class Doors {
  private final Api nobody;
  private final List<Operation> all;

  private Doors(Api nobody, List<Operation> all) {
    this.nobody = nobody;
    this.all = all;
  }

  /** The operations of the API, as {@code nobody} asks for them. */
  static Doors ofTheApi(Api nobody) throws IOException {
    return new Doors(nobody, Operations.behindTheSignIn());
  }

  /** The same and the sign-out, which stands behind the sign-in as well. */
  Doors andTheSignOut() {
    List<Operation> more = new ArrayList<>(all);
    for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
      more.add(new Operation(method, "/logout"));
    }
    return new Doors(nobody, more);
  }

  List<Operation> all() {
    return all;
  }

  /** Which of {@code credentials}, by what is wrong with each, opens which door. */
  List<String> openedBy(Map<String, String> credentials) throws IOException, InterruptedException {
    List<String> opened = new ArrayList<>();
    for (Map.Entry<String, String> one : credentials.entrySet()) {
      for (Operation door : all) {
        int status = door.ask(nobody, one.getValue()).status();
        if (status != 400 && status != 401) {
          opened.add(one.getKey() + " at " + door + ": " + status);
        }
      }
    }
    return opened;
  }
}
