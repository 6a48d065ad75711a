package org.safehand.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.exhibit.MediaType;
import org.safehand.referral.handover.DutyShift;
import org.safehand.web.message.JsonBody;

/** The limits that the contract tells in words are those of the code. */
class LimitsTest {
  private static final Pattern TYPE = Pattern.compile("`([a-z]+/[a-z.+0-9-]+)`");

  private final String contract;

  LimitsTest() throws IOException {
    contract = Files.readString(Path.of("src/main/resources/openapi.yaml")).replaceAll("\\s+", " ");
  }

  @Test
  void body_isAsLargeAsTheContractSays() {
    assertThat(contract)
        .contains("A JSON body has at most " + JsonBody.LIMIT / 1024 + " KiB, whatever");
  }

  @Test
  void exhibits_areAsManyAsTheContractSays() {
    assertThat(contract)
        .contains("a case has at most " + Exhibit.MAX_NUMBER + " exhibits (`too-many-exhibits`)");
  }

  @Test
  void shift_isAsLongAsTheContractSays() {
    assertThat(contract).contains("A shift has at most " + DutyShift.LONGEST.toDays() + " days");
  }

  @Test
  void mediaTypes_thatTheContractLists_areThoseThatAreAccepted() {
    int begin = contract.indexOf("Accepted are `image/*`, `video/*`, `audio/*`,");
    assertThat(begin).isPositive();
    String list = contract.substring(begin, contract.indexOf("`media-type-not-accepted`", begin));
    Set<String> listed =
        TYPE.matcher(list)
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.toSet());
    assertThat(listed).isEqualTo(MediaType.LISTED);
  }
}
