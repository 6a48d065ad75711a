package org.safehand.referral.content;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safehand.referral.code.IncidentType;
import org.safehand.referral.code.ReportSource;
import org.safehand.referral.code.Urgency;

/**
 * The header of a referral.
 *
 * @param hotlineReference the hotline's own number
 * @param incidentTime when it happened or was found
 * @param incidentType what kind
 * @param urgency how soon
 * @param urgencyReason why; never empty for U0 and U1
 * @param sourceOfReport where the hotline has it from
 * @param originator who answers questions
 * @param jurisdictions which countries, and why
 * @param narrative what happened, in words
 * @param languages of the narrative, BCP 47
 * @param knownToPolice a matter that police already have
 * @param exercise that it is an exercise; marked everywhere, counted nowhere
 */
public record Header(
    String hotlineReference,
    Instant incidentTime,
    IncidentType incidentType,
    Urgency urgency,
    Optional<String> urgencyReason,
    ReportSource sourceOfReport,
    Originator originator,
    List<Jurisdiction> jurisdictions,
    Optional<String> narrative,
    List<String> languages,
    Optional<PoliceMatter> knownToPolice,
    boolean exercise) {
  /** Copies the lists. */
  public Header {
    requireNonNull(hotlineReference, "hotlineReference is null");
    requireNonNull(incidentTime, "incidentTime is null");
    requireNonNull(incidentType, "incidentType is null");
    requireNonNull(urgency, "urgency is null");
    requireNonNull(urgencyReason, "urgencyReason is null");
    requireNonNull(sourceOfReport, "sourceOfReport is null");
    requireNonNull(originator, "originator is null");
    jurisdictions = List.copyOf(jurisdictions);
    requireNonNull(narrative, "narrative is null");
    languages = List.copyOf(languages);
    requireNonNull(knownToPolice, "knownToPolice is null");
  }
}
