package org.safehand.referral.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonBoolean;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonInteger;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.content.ReferralContent;
import org.safehand.referral.refusal.FieldFault;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.Refusals;
import org.safehand.referral.sample.Samples;

class ReferralDocumentTest {
  @Test
  void content_writtenAndRead_isEqualAndCanonical() throws JsonException {
    ReferralContent content = Samples.content();
    byte[] bytes = Jcs.write(ReferralDocument.write(content));
    ReferralContent again = Hotline.value(ReferralDocument.read(Jcs.readObject(bytes)));
    assertThat(again).isEqualTo(content);
    assertThat(Jcs.write(ReferralDocument.write(again))).isEqualTo(bytes);
  }

  @Test
  void address_isKeptAsObservedAndNormalisedAndDefanged() {
    var address = Samples.content().locations().get(0).address();
    assertThat(address.observed()).isEqualTo("https://Example.org:443/a?b=c#d");
    assertThat(address.normalised()).isEqualTo("https://example.org/a?b=c");
    assertThat(address.defanged()).isEqualTo("hxxps://example[.]org/a?b=c");
  }

  @ParameterizedTest
  @CsvSource({
    "/surprise, x, UNKNOWN_FIELD",
    "/header/surprise, x, UNKNOWN_FIELD",
    "/locations/0/network/surprise, x, UNKNOWN_FIELD",
    "/header/incidentType, murder, UNKNOWN_CODE",
    "/header/urgency, U4, UNKNOWN_CODE",
    "/header/jurisdictions/0/country, ZZ, UNKNOWN_CODE",
    "/handling/sharing, AMBER_STRICT, UNKNOWN_CODE",
    "/handling/evaluation/value, Z9, UNKNOWN_CODE",
    "/locations/0/paymentMethods/0, shells, UNKNOWN_CODE",
    "/header/incidentTime, yesterday, VALUE_INVALID",
    "/header/incidentTime, 2026-02-30T00:00:00Z, VALUE_INVALID",
    "/header/originator/phone, call me, VALUE_INVALID",
    "/locations/0/url, javascript:alert(1), VALUE_INVALID",
    "/locations/0/network/ip, somewhere, VALUE_INVALID",
    "/locations/0/defanged, hxxps://example[.]com/, VALUE_INVALID",
    "/header/exercise, true, VALUE_INVALID",
    "/header/hotlineReference, '  ', FIELD_REQUIRED",
  })
  void oneWrongField_isRefusedAtItsPointer(String pointer, String value, RefusalCode code) {
    assertRefused(DocumentChange.of(Samples.document()).put(pointer, value).done(), pointer, code);
  }

  @ParameterizedTest
  @CsvSource({
    "/header",
    "/legalBasis",
    "/locations",
    "/header/exercise",
    "/header/originator/phone",
    "/handling/evaluation/scheme",
    "/locations/0/network/country",
  })
  void missingField_isRefusedAtItsPointer(String pointer) {
    assertRefused(
        DocumentChange.of(Samples.document()).remove(pointer).done(),
        pointer,
        RefusalCode.FIELD_REQUIRED);
  }

  @Test
  void twoTraces_areTooFew() {
    assertRefused(
        DocumentChange.of(Samples.document()).remove("/locations/0/traces/0").done(),
        "/locations/0/traces",
        RefusalCode.TOO_FEW_ENTRIES);
  }

  @Test
  void narrative_of3000CharactersIsTakenAndOneMoreIsTooLong() {
    String at = "/header/narrative";
    // two chars each in UTF-16: lengths are counted in code points
    String most = "\uD83D\uDC1F".repeat(3000);
    DocumentChange change = DocumentChange.of(Samples.document()).put(at, most);
    Hotline.value(ReferralDocument.read(change.done()));
    assertRefused(change.put(at, most + "x").done(), at, RefusalCode.VALUE_TOO_LONG);
  }

  @Test
  void controlCharacter_isRefused() {
    assertRefused(
        DocumentChange.of(Samples.document()).put("/header/narrative", "a\u0000b").done(),
        "/header/narrative",
        RefusalCode.VALUE_INVALID);
  }

  @Test
  void port_outOfRange_isRefused() {
    assertRefused(
        DocumentChange.of(Samples.document())
            .put("/locations/0/network/port", new JsonInteger(65_536))
            .done(),
        "/locations/0/network/port",
        RefusalCode.VALUE_INVALID);
  }

  @Test
  void urgentWithoutReason_isRefusedAtTheReason() {
    assertRefused(
        DocumentChange.of(Samples.document()).put("/header/urgency", "U1").done(),
        "/header/urgencyReason",
        RefusalCode.FIELD_REQUIRED);
  }

  @Test
  void useCodeH3WithoutRestriction_isRefusedAtTheRestriction() {
    assertRefused(
        DocumentChange.of(Samples.document()).put("/handling/useCode", "H3").done(),
        "/handling/useRestriction",
        RefusalCode.FIELD_REQUIRED);
  }

  @Test
  void wrongKinds_areRefused() {
    assertRefused(
        DocumentChange.of(Samples.document()).put("/header", JsonArray.of(List.of())).done(),
        "/header",
        RefusalCode.VALUE_INVALID);
    assertRefused(
        DocumentChange.of(Samples.document())
            .put("/header/narrative", new JsonBoolean(true))
            .done(),
        "/header/narrative",
        RefusalCode.VALUE_INVALID);
  }

  @Test
  void severalFaults_areAllPointedAtAndNoValueIsRepeated() {
    JsonObject document =
        DocumentChange.of(Samples.document())
            .put("/header/urgency", "SECRETWORD")
            .put("/handling/useCode", "SECRETWORD")
            .put("/SECRETFIELD", "x")
            .done();
    var refusal = Refusals.refusal(ReferralDocument.read(document));
    assertThat(refusal.pointers())
        .containsExactlyInAnyOrder("/SECRETFIELD", "/header/urgency", "/handling/useCode");
    assertThat(refusal.faults())
        .extracting(FieldFault::detail)
        .noneMatch(d -> d.contains("SECRETWORD"));
  }

  private static void assertRefused(JsonObject document, String pointer, RefusalCode code) {
    var refusal = Refusals.refusal(ReferralDocument.read(document));
    assertThat(refusal.faults())
        .extracting(FieldFault::pointer, FieldFault::code)
        .containsExactly(tuple(pointer, code));
  }
}
