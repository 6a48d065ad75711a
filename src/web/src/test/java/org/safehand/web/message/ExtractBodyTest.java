package org.safehand.web.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.proof.ExtractOrder;
import org.safehand.web.problem.ProblemException;

class ExtractBodyTest {
  private static final ReferralId REFERRAL =
      ReferralId.parse("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final ReferralId OTHER = ReferralId.parse("01890a5d-ac96-774b-bcce-b302099a8058");

  private static JsonObject body(String text) throws JsonException {
    return Jcs.requireObject(Jcs.readAnyLayout(text.replace('\'', '"').getBytes(UTF_8)));
  }

  private static ExtractOrder read(String text) throws JsonException {
    return ExtractBody.order(REFERRAL, "k", body(text));
  }

  @Test
  void order_whole_isRead() throws JsonException {
    ExtractOrder order = read("{'level':'headers','purpose':'court','toDate':true}");
    assertThat(order.referral()).isEqualTo(REFERRAL);
    assertThat(order.level()).isEqualTo(ExtractLevel.HEADERS);
    assertThat(order.purpose()).isEqualTo("court");
    assertThat(order.toDate()).isTrue();
    assertThat(order.key().value()).isEqualTo("k");
  }

  @Test
  void order_withoutToDate_isNotToDate() throws JsonException {
    assertThat(read("{'level':'links','purpose':'court'}").toDate()).isFalse();
  }

  @Test
  void key_usedForAnotherOrder_isTold() throws JsonException {
    String text = "{'level':'links','purpose':'court'}";
    assertThat(read(text).key()).isEqualTo(read(" " + text).key());
    assertThat(ExtractBody.order(OTHER, "k", body(text)).key()).isNotEqualTo(read(text).key());
    assertThat(read("{'level':'details','purpose':'court'}").key()).isNotEqualTo(read(text).key());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{'purpose':'court'}|/level",
        "{'level':'all','purpose':'court'}|/level",
        "{'level':'links'}|/purpose",
        "{'level':'links','purpose':1}|/purpose",
        "{'level':'links','purpose':'court','toDate':'yes'}|/toDate",
        "{'level':'links','purpose':'court','to':1}|/to"
      })
  void order_withAWrongField_isRefusedThere(String text, String pointer) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo("json-field");
              assertThat(e.problem().pointers()).containsExactly(pointer);
            });
  }

  @Test
  void order_withoutKey_isRefused() throws JsonException {
    JsonObject body = body("{'level':'links','purpose':'court'}");
    assertThatThrownBy(() -> ExtractBody.order(REFERRAL, null, body))
        .hasMessageStartingWith("idempotency-key-missing");
  }
}
