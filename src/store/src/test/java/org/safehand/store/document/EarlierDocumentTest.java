package org.safehand.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.custody.json.JsonValue;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.change.UnbindPerson;
import org.safehand.referral.glass.GlassId;
import org.safehand.referral.glass.GlassSpan;
import org.safehand.referral.glass.GlassTerms;
import org.safehand.referral.glass.OpenGlass;
import org.safehand.referral.life.ReferralVersion;
import org.safehand.referral.proposal.OpenProposal;
import org.safehand.referral.proposal.ProposalTerms;
import org.safehand.store.sample.Samples;

/** What was stored before there were settings says no end, and ends when it was to end then. */
class EarlierDocumentTest {
  @Test
  void glass_withoutItsEnd_isOverAfterAnHour_andReviewedWithinADay() throws Exception {
    ReferralVersion version = Samples.draft("unit-a").version();
    OpenGlass glass =
        new OpenGlass(
            new GlassTerms(
                new GlassId(Samples.IDS.event()),
                1,
                version.reference(),
                version.caseId(),
                version.id(),
                Samples.OFFICER,
                "why",
                GlassSpan.of(Samples.NOW, Duration.ofMinutes(5), Duration.ofHours(2))));
    JsonObject document = GlassJson.of(glass);
    assertThat(GlassJson.glass(document)).isEqualTo(glass);

    GlassTerms earlier = GlassJson.glass(without(document, Set.of("until", "reviewBy"))).terms();

    assertThat(earlier.until()).isEqualTo(earlier.openedAt().plus(Duration.ofHours(1)));
    assertThat(earlier.reviewBy()).isEqualTo(earlier.openedAt().plus(Duration.ofDays(1)));
  }

  @Test
  void proposal_withoutItsEnd_waitsForSevenDays() throws Exception {
    OpenProposal open =
        new OpenProposal(
            new ProposalTerms(
                Samples.IDS.proposal(),
                1,
                new UnbindPerson(new StaffNumber("S-1"), 1),
                Samples.OFFICER,
                Samples.NOW,
                Samples.NOW.plus(Duration.ofDays(2))));
    JsonObject document = ProposalJson.of(open);
    assertThat(ProposalJson.proposal(document)).isEqualTo(open);

    assertThat(ProposalJson.proposal(without(document, Set.of("expiresAt"))).terms().expiresAt())
        .isEqualTo(Samples.NOW.plus(Duration.ofDays(7)));
  }

  private static JsonObject without(JsonObject document, Set<String> names) {
    JsonObjectBuilder rest = JsonObject.builder();
    for (var member : document.members().entrySet()) {
      JsonValue value = member.getValue();
      if (!names.contains(member.getKey())) {
        rest.put(member.getKey(), value);
      }
    }
    return rest.build();
  }
}
