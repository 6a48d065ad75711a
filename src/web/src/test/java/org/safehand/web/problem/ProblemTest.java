package org.safehand.web.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.referral.refusal.FieldFault;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;

class ProblemTest {
  @Test
  void json_withPointers_isAProblemDocument() {
    Problem problem = Problem.of(WebCode.JSON_FIELD, "unknown member", List.of("/a~1b"));
    assertThat(new String(problem.json("0".repeat(32)), UTF_8))
        .isEqualTo(
            "{\"code\":\"json-field\",\"detail\":\"unknown member\","
                + "\"errors\":[{\"pointer\":\"/a~1b\"}],\"status\":422,"
                + "\"title\":\"A field of the body is wrong\","
                + "\"traceId\":\"00000000000000000000000000000000\","
                + "\"type\":\"urn:safehand:problem:json-field\"}");
  }

  @Test
  void json_ofWhatCameInAHeader_namesTheHeaderAndNoMember() {
    Problem problem =
        RefusalStatus.problem(
                Refusal.of(
                    List.of(
                        new FieldFault("/name", RefusalCode.VALUE_TOO_LONG, "is too long"),
                        new FieldFault("/other", RefusalCode.VALUE_TOO_LONG, "is too long"))))
            .inHeader("/name", "Content-Disposition");
    assertThat(problem.detail()).isEqualTo("Content-Disposition: is too long");
    assertThat(new String(problem.json("t"), UTF_8))
        .contains("\"errors\":[{\"header\":\"Content-Disposition\"},{\"pointer\":\"/other\"}]")
        .doesNotContain("/name");
  }

  @Test
  void json_withoutDetail_hasNoEmptyMembers() {
    assertThat(new String(Problem.of(WebCode.NOT_FOUND, "").json("t"), UTF_8))
        .doesNotContain("detail", "errors");
  }

  @ParameterizedTest
  @EnumSource(WebCode.class)
  void code_everyOne_isKebabCaseWithAnErrorStatus(WebCode code) {
    assertThat(code.wire()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(code.status()).isBetween(400, 599);
    assertThat(code.title()).isNotBlank();
  }

  @Test
  void code_everyOne_isUnlikeTheOthers() {
    assertThat(Arrays.stream(WebCode.values()).map(WebCode::wire)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 405, 406, 412, 413, 415, 416, 503})
  void status_ofTheContainer_keepsItsNumber(int status) {
    assertThat(WebCode.ofStatus(status).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 200, 500, 501, 599})
  void status_notOfARefusal_isAFault(int status) {
    assertThat(WebCode.ofStatus(status)).isEqualTo(WebCode.INTERNAL);
  }
}
