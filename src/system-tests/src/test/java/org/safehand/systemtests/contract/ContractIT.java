package org.safehand.systemtests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.RunningGateway;

/** Every operation of the contract stands in the running gateway, and stands behind the sign-in. */
class ContractIT {
  /** What JAX-RS and the doorkeeper say where the contract promises an operation. */
  private static final Set<String> NOT_THERE =
      Set.of("not-found", "method-not-allowed", "operation-unnamed", "unauthenticated");

  private final RunningGateway gateway = RunningGateway.get();

  @Test
  void operation_everyOne_isRefusedToNobody() throws Exception {
    Api nobody = gateway.anonymous();
    for (Operation operation : Operations.behindTheSignIn()) {
      Answer answer = operation.ask(nobody);
      assertThat(answer.status()).as(operation + " " + answer.text()).isEqualTo(401);
      assertThat(answer.code()).as(operation.toString()).isEqualTo("unauthenticated");
      assertThat(answer.header("WWW-Authenticate")).as(operation.toString()).isNotEmpty();
    }
  }

  @Test
  void operation_everyOne_isThereForWhoIsSignedIn() throws Exception {
    assertThat(missing(Operations.behindTheSignIn())).isEmpty();
  }

  /** Were one of them not there, the test above would say so. */
  @Test
  void operationOfNoContract_isFoundMissing() throws Exception {
    List<Operation> planted =
        List.of(
            new Operation("GET", "/api/v1/planted"),
            new Operation("POST", "/api/v1/referrals/01890000-0000-7000-8000-00000000ffff/x"),
            new Operation("DELETE", "/api/v1/me"));
    assertThat(missing(planted)).hasSize(planted.size());
  }

  private List<String> missing(List<Operation> operations) throws Exception {
    Api officer = gateway.officer();
    List<String> missing = new ArrayList<>();
    for (Operation operation : operations) {
      Answer answer = operation.ask(officer);
      if (answer.status() >= 400 && NOT_THERE.contains(answer.code())) {
        missing.add(operation + " " + answer.text());
      }
    }
    return missing;
  }
}
