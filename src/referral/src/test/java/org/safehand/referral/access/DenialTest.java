package org.safehand.referral.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.AccessPolicy.Denied;
import org.safehand.referral.sample.People;

/** What a denial names, and which tables are no policy. */
class DenialTest {
  private static Target review(Actor author, Actor editor, String unit) {
    return new SampleTarget(author.number(), unit, Target.Stage.IN_REVIEW)
        .editedBy(editor.number())
        .target();
  }

  private static Denied denied(Actor actor, Operation operation, Target target) {
    return (Denied) AccessPolicy.packaged().decide(actor, operation, target);
  }

  @Test
  void denial_namesTheConditionsThatFailedAndNoOthers() {
    Actor both = People.OFFICER_AND_SUPERVISOR;
    Denied own = denied(both, Operation.RELEASE, review(both, People.COLLEAGUE, People.UNIT));
    assertThat(own.failed())
        .containsExactlyInAnyOrder(Set.of(Condition.NEVER), Set.of(Condition.NOT_AUTHOR));
    assertThat(own.isFor(Condition.NOT_AUTHOR)).isTrue();
    assertThat(own.isFor(Condition.NOT_EDITOR)).isFalse();
    assertThat(
            denied(
                    People.SUPERVISOR,
                    Operation.RELEASE,
                    review(People.OFFICER, People.SUPERVISOR, "elsewhere"))
                .failed())
        .containsExactly(Set.of(Condition.NOT_EDITOR, Condition.UNIT));
  }

  @Test
  void denial_whereSeveralLinesWouldDo_namesThoseOfEach() {
    assertThat(
            denied(
                    People.OFFICER,
                    Operation.READ_CASE,
                    review(People.COLLEAGUE, People.COLLEAGUE, "elsewhere"))
                .failed())
        .containsExactlyInAnyOrder(Set.of(Condition.OWN), Set.of(Condition.UNIT));
  }

  @Test
  void denial_isOnlyForWhatOneLineAlonePutsInTheWay() {
    Actor both = People.OFFICER_AND_SUPERVISOR;
    Denied elsewhere =
        denied(both, Operation.OPEN_EXHIBIT, review(both, People.COLLEAGUE, "elsewhere"));
    assertThat(elsewhere.failed())
        .containsExactlyInAnyOrder(
            Set.of(Condition.PURPOSE), Set.of(Condition.PURPOSE, Condition.UNIT));
    assertThat(elsewhere.isOnlyFor(Set.of(Condition.PURPOSE))).isTrue();
    assertThat(elsewhere.isOnlyFor(Set.of(Condition.UNIT))).isFalse();
  }

  @Test
  void denial_ofWhatNobodyMay_saysSo() {
    assertThat(denied(People.OFFICER, Operation.RELEASE, Target.nothing()).failed())
        .containsExactly(Set.of(Condition.NEVER));
    assertThat(denied(People.NODE, Operation.RELEASE, Target.nothing()).failed()).isEmpty();
  }

  @Test
  void table_withoutALineForOneRole_isRefused() throws IOException {
    refused(table().replace("create-draft,auditor,never,active\n", ""), "create-draft and auditor");
  }

  @Test
  void table_withoutItsHead_isRefused() throws IOException {
    refused(table().substring(table().indexOf('\n') + 1), "the table begins with");
    refused("", "the table begins with");
  }

  @Test
  void line_thatIsNone_isRefused() throws IOException {
    refused(table() + "release,auditor,never\n", "four cells");
    refused(table() + "release,auditor,never,active,\n", "four cells");
    refused(table() + "release,auditor,never,later\n", "unknown status: later");
    refused(table() + "release,nobody,never,active\n", "unknown word in the table: nobody");
    refused(table() + "rest,auditor,never,active\n", "unknown word in the table: rest");
    refused(table() + "release,auditor,often,active\n", "unknown word in the table: often");
    refused(table() + "release,auditor,counts,active\n", "does not see to");
  }

  private static void refused(String csv, String why) {
    assertThatThrownBy(() -> AccessPolicy.parse(csv))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  private static String table() throws IOException {
    return Files.readString(Path.of("../../config/policy/authorization.csv"), UTF_8);
  }
}
