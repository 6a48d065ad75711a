package org.safehand.web;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.safehand.referral.log.ReadStanding;
import org.safehand.referral.proof.ExtractCustody;
import org.safehand.referral.reading.ReadCustody;
import org.safehand.referral.verification.VerifyCustody;
import org.safehand.web.log.LogResource;
import org.safehand.web.rest.Asking;
import org.safehand.web.rest.CustodyResource;
import org.safehand.web.rest.ExtractResource;
import org.safehand.web.rest.StandingResource;
import org.safehand.web.rest.VerificationResource;

/** What the custody log says, of a case and as a whole. */
final class RecordUseCases {
  private final Tools tools;

  RecordUseCases(Tools tools) {
    this.tools = requireNonNull(tools, "tools is null");
  }

  Set<Object> resources(Asking asking) {
    return Set.of(
        new CustodyResource(
            asking,
            new ReadCustody(
                tools.attempts(), tools.access(), tools.store().custodyReader(), tools.looks())),
        new StandingResource(
            asking,
            new ReadStanding(
                tools.attempts(),
                tools.access(),
                tools.store().logStanding(),
                tools.store().settings())),
        verifications(asking),
        new ExtractResource(
            asking,
            new ExtractCustody(
                tools.attempts(),
                tools.access(),
                tools.once(),
                tools.store().extracts(),
                tools.stepUp(),
                tools.journal())));
  }

  Set<Object> published() {
    return Set.of(
        new LogResource(
            tools.store().publishedLog(),
            () -> tools.store().publishedLog().checkpoint(),
            tools.store().anchors()));
  }

  private VerificationResource verifications(Asking asking) {
    return new VerificationResource(
        asking,
        new VerifyCustody(
            tools.attempts(),
            tools.store().unitOfWork(),
            tools.access(),
            tools.store().storedCustody(),
            tools.audit(),
            tools.journal()));
  }
}
