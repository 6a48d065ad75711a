package org.safehand.referral.content;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.safehand.referral.code.Sharing;
import org.safehand.referral.code.UseCode;

/**
 * How it may be used. Four separate things, never merged.
 *
 * @param useCode what the receiver may do with it
 * @param useRestriction the restriction in words; never empty for H3
 * @param evaluation reliability of source and information
 * @param sharing how far it may be shared
 * @param classification security classification
 */
public record Handling(
    UseCode useCode,
    Optional<String> useRestriction,
    SchemeValue evaluation,
    Sharing sharing,
    SchemeValue classification) {
  /** Refuses nulls. */
  public Handling {
    requireNonNull(useCode, "useCode is null");
    requireNonNull(useRestriction, "useRestriction is null");
    requireNonNull(evaluation, "evaluation is null");
    requireNonNull(sharing, "sharing is null");
    requireNonNull(classification, "classification is null");
  }
}
