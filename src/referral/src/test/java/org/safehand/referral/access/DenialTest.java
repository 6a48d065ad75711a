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

  private static Set<Condition> failed(Actor actor, Operation operation, Target target) {
    return AccessPolicy.packaged().decide(actor, operation, target) instanceof Denied denied
        ? denied.failed()
        : Set.of();
  }

  @Test
  void denial_namesTheConditionsThatFailedAndNoOthers() {
    Actor both = People.OFFICER_AND_SUPERVISOR;
    assertThat(failed(both, Operation.RELEASE, review(both, People.COLLEAGUE, People.UNIT)))
        .contains(Condition.NOT_AUTHOR)
        .doesNotContain(Condition.NOT_EDITOR, Condition.UNIT, Condition.IN_REVIEW);
    assertThat(
            failed(
                People.SUPERVISOR,
                Operation.RELEASE,
                review(People.OFFICER, People.SUPERVISOR, "elsewhere")))
        .containsExactlyInAnyOrder(Condition.NOT_EDITOR, Condition.UNIT);
  }

  @Test
  void denial_whereSeveralLinesWouldDo_namesThoseOfAll() {
    assertThat(
            failed(
                People.OFFICER,
                Operation.READ_CASE,
                review(People.COLLEAGUE, People.COLLEAGUE, "elsewhere")))
        .containsExactlyInAnyOrder(Condition.OWN, Condition.UNIT);
  }

  @Test
  void denial_ofWhatNobodyMay_saysSo() {
    assertThat(failed(People.OFFICER, Operation.RELEASE, Target.nothing()))
        .containsExactly(Condition.NEVER);
    assertThat(failed(People.NODE, Operation.RELEASE, Target.nothing())).isEmpty();
    assertThat(AccessPolicy.packaged().decide(People.NODE, Operation.RELEASE, Target.nothing()))
        .isInstanceOf(Denied.class);
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
