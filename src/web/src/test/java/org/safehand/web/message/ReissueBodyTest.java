package org.safehand.web.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.reissue.ReissueOrder;
import org.safehand.web.problem.ProblemException;

class ReissueBodyTest {
  private static final DispatchId DISPATCH =
      DispatchId.parse("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final DispatchId OTHER = DispatchId.parse("01890a5d-ac96-774b-bcce-b302099a8058");
  private static final String CERTIFICATE = "ab".repeat(32);
  private static final String GOOD = "{'certificate':'%s','reason':'key lost'}";

  private static JsonObject body(String text) throws JsonException {
    String json = text.replace("%s", CERTIFICATE).replace('\'', '"');
    return Jcs.requireObject(Jcs.readAnyLayout(json.getBytes(UTF_8)));
  }

  @Test
  void order_whole_isRead() throws JsonException {
    ReissueOrder order = ReissueBody.order(DISPATCH, 4, "k", body(GOOD));
    assertThat(order.dispatch()).isEqualTo(DISPATCH);
    assertThat(order.revision()).isEqualTo(4);
    assertThat(order.certificate().hex()).isEqualTo(CERTIFICATE);
    assertThat(order.reason()).isEqualTo("key lost");
    assertThat(order.key().value()).isEqualTo("k");
  }

  @Test
  void key_usedForAnotherOrder_isTold() throws JsonException {
    var key = ReissueBody.order(DISPATCH, 4, "k", body(GOOD)).key();
    assertThat(ReissueBody.order(DISPATCH, 4, "k", body(" " + GOOD)).key()).isEqualTo(key);
    assertThat(ReissueBody.order(OTHER, 4, "k", body(GOOD)).key()).isNotEqualTo(key);
    assertThat(ReissueBody.order(DISPATCH, 5, "k", body(GOOD)).key()).isNotEqualTo(key);
    String otherReason = GOOD.replace("lost", "stolen");
    assertThat(ReissueBody.order(DISPATCH, 4, "k", body(otherReason)).key()).isNotEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{'reason':'key lost'}|/certificate",
        "{'certificate':'%sab','reason':'key lost'}|/certificate",
        "{'certificate':'AB','reason':'key lost'}|/certificate",
        "{'certificate':'%s'}|/reason",
        "{'certificate':'%s','reason':1}|/reason",
        "{'certificate':'%s','reason':'key lost','agency':'AG-N-001'}|/agency"
      })
  void order_withAWrongField_isRefusedThere(String text, String pointer) {
    assertThatThrownBy(() -> ReissueBody.order(DISPATCH, 4, "k", body(text)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo("json-field");
              assertThat(e.problem().pointers()).containsExactly(pointer);
            });
  }

  @Test
  void order_withoutKey_isRefused() throws JsonException {
    JsonObject body = body(GOOD);
    assertThatThrownBy(() -> ReissueBody.order(DISPATCH, 4, null, body))
        .hasMessageStartingWith("idempotency-key-missing");
  }
}
