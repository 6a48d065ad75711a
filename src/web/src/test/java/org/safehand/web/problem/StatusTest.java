package org.safehand.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safehand.referral.refusal.FieldFault;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.store.fault.StoreCode;

class StatusTest {
  private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)` \\| (\\d{3}) .*");

  private static Map<String, Integer> page() throws IOException {
    Map<String, Integer> statuses = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("../ERRORS.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        statuses.put(row.group(1), Integer.valueOf(row.group(2)));
      }
    }
    return statuses;
  }

  @ParameterizedTest
  @EnumSource(RefusalCode.class)
  void refusal_everyCode_hasTheStatusOfThePageOfCodes(RefusalCode code) throws IOException {
    assertThat(page()).containsEntry(code.wire(), RefusalStatus.of(code));
  }

  @ParameterizedTest
  @EnumSource(WebCode.class)
  void webCode_everyOne_hasTheStatusOfThePageOfCodes(WebCode code) throws IOException {
    assertThat(page()).containsEntry(code.wire(), code.status());
  }

  @ParameterizedTest
  @EnumSource(StoreCode.class)
  void storeCode_everyOne_hasTheStatusOfThePageOfCodes(StoreCode code) throws IOException {
    assertThat(page()).containsEntry(code.wire(), StoreStatus.of(code));
  }

  @Test
  void problem_ofARefusal_carriesCodeTitleDetailAndPointers() {
    Problem problem =
        RefusalStatus.problem(
            Refusal.of(
                List.of(new FieldFault("/header/x", RefusalCode.UNKNOWN_FIELD, "is no field"))));
    assertThat(problem.code()).isEqualTo("unknown-field");
    assertThat(problem.title()).isEqualTo("Unknown field");
    assertThat(problem.detail()).isEqualTo("/header/x: is no field");
    assertThat(problem.pointers()).containsExactly("/header/x");
  }

  @Test
  void retry_isPromisedForWhatPassesByItself_alone() {
    for (RefusalCode code : RefusalCode.values()) {
      assertThat(RefusalStatus.retryAfter(code.wire()).isPresent())
          .isEqualTo(
              code == RefusalCode.GATEWAY_BUSY
                  || code == RefusalCode.EXTRACT_NOT_WITNESSED
                  || code == RefusalCode.RECEIPT_NOT_WITNESSED);
    }
    for (StoreCode code : StoreCode.values()) {
      assertThat(RefusalStatus.retryAfter(code.wire()).isPresent())
          .isEqualTo(code == StoreCode.DATABASE_BUSY);
    }
  }
}
