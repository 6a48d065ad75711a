package org.safehand.custody.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.extract.ExtractFault;

/** Changes extracts by hand, and asserts that they are refused for the right reason. */
final class Forged {
  private Forged() {}

  static void refused(Extract extract, ExtractFault fault, String place) {
    refused(extract.bytes(), fault, place);
  }

  static void refused(byte[] file, ExtractFault fault, String place) {
    assertThatThrownBy(() -> ExtractVerifier.verify(file, SampleLog.TRUST))
        .isInstanceOfSatisfying(
            ExtractException.class,
            e -> {
              assertThat(e.fault()).as(e.getMessage()).isEqualTo(fault);
              assertThat(e.place()).as(e.getMessage()).isEqualTo(place);
              assertThat(e.getMessage())
                  .endsWith("expected " + e.expected() + ", found " + e.found());
              assertThat(e.expected()).isNotBlank().isNotEqualTo(e.found());
            });
  }

  static Extract with(Extract extract, List<ExtractEvent> events) {
    return new Extract(
        extract.caseId(),
        extract.level(),
        extract.checkpoint(),
        extract.periods(),
        extract.nextTagKey(),
        events);
  }

  static Extract with(Extract extract, int at, UnaryOperator<ExtractEvent.Opened> change) {
    List<ExtractEvent> events = new ArrayList<>(extract.events());
    events.set(at, change.apply((ExtractEvent.Opened) events.get(at)));
    return with(extract, events);
  }

  static Extract with(Extract extract, TagPeriod... periods) {
    return new Extract(
        extract.caseId(),
        extract.level(),
        extract.checkpoint(),
        List.of(periods),
        extract.nextTagKey(),
        extract.events());
  }

  static Extract without(Extract extract, int at) {
    List<ExtractEvent> events = new ArrayList<>(extract.events());
    events.remove(at);
    return with(extract, events);
  }
}
