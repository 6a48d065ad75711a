package org.safehand.referral.intake;

import java.util.regex.Pattern;
import org.safehand.referral.code.Commerciality;
import org.safehand.referral.code.Confidence;
import org.safehand.referral.code.IncidentType;
import org.safehand.referral.code.JurisdictionBasis;
import org.safehand.referral.code.OnlineState;
import org.safehand.referral.code.ReportSource;
import org.safehand.referral.code.Sharing;
import org.safehand.referral.code.SiteType;
import org.safehand.referral.code.Urgency;
import org.safehand.referral.code.UseCode;
import org.safehand.referral.content.EvaluationScheme;
import org.safehand.referral.document.CodeShape;
import org.safehand.referral.document.FlagShape;
import org.safehand.referral.document.ListShape;
import org.safehand.referral.document.NumberShape;
import org.safehand.referral.document.ObjectShape;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.document.TimeShape;
import org.safehand.referral.location.PaymentMethod;
import org.safehand.referral.location.WebAddress;

/** The fields of a referral: names, kinds, lengths, codes, and which are obligatory. */
final class ReferralShape {
  private static final TextShape LINE = TextShape.upTo(200);
  private static final TextShape TEXT = TextShape.upTo(3000);
  private static final TextShape LANGUAGE = form("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "BCP 47");
  private static final TextShape SCHEME = form("[a-z0-9][a-z0-9-]{0,31}", "a scheme's name");
  private static final TextShape ADDRESS =
      form("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*", "an IP address");
  private static final TextShape URL =
      new TextShape(2048, WebAddress::isWellFormed, "an absolute http, https or ftp address");

  private static final ObjectShape HEADER =
      ObjectShape.empty()
          .must("hotlineReference", LINE)
          .must("incidentTime", new TimeShape())
          .must("incidentType", CodeShape.of(IncidentType.values()))
          .must("urgency", CodeShape.of(Urgency.values()))
          .may("urgencyReason", TEXT)
          .must("sourceOfReport", CodeShape.of(ReportSource.values()))
          .must(
              "originator",
              ObjectShape.empty()
                  .must("organisation", LINE)
                  .must("contact", LINE)
                  .must("phone", form("\\+[0-9][0-9 ]{4,24}", "a number with its country code")))
          .must("jurisdictions", new ListShape(jurisdiction(), 1, 20))
          .may("narrative", TEXT)
          .must("languages", new ListShape(LANGUAGE, 1, 10))
          .may(
              "knownToPolice",
              ObjectShape.empty()
                  .must("agency", LINE)
                  .must("caseNumber", LINE)
                  .may("officer", LINE))
          .must("exercise", new FlagShape());

  private static final ObjectShape HANDLING =
      ObjectShape.empty()
          .must("useCode", CodeShape.of(UseCode.values()))
          .may("useRestriction", TEXT)
          .must(
              "evaluation",
              ObjectShape.empty()
                  .must("scheme", CodeShape.of(EvaluationScheme.values()))
                  .must("value", LINE))
          .must("sharing", CodeShape.of(Sharing.values()))
          .must("classification", ObjectShape.empty().must("scheme", SCHEME).must("value", LINE));

  private static final ObjectShape LOCATION =
      ObjectShape.empty()
          .must("url", URL)
          .may("normalised", TextShape.upTo(2100))
          .may("defanged", TextShape.upTo(2500))
          .must("observedAt", new TimeShape())
          .must("network", network())
          .must("traces", new ListShape(trace(), 3, 20))
          .must("onlineState", CodeShape.of(OnlineState.values()))
          .must("siteType", CodeShape.of(SiteType.values()))
          .must("commerciality", CodeShape.of(Commerciality.values()))
          .may("paymentMethods", new ListShape(CodeShape.of(PaymentMethod.values()), 0, 10));

  /** The whole document. */
  static final ObjectShape REFERRAL =
      ObjectShape.empty()
          .must("header", HEADER)
          .must("handling", HANDLING)
          .must("legalBasis", ObjectShape.empty().must("provision", LINE).must("purpose", LINE))
          .must("locations", new ListShape(LOCATION, 0, 200));

  private ReferralShape() {}

  private static ObjectShape jurisdiction() {
    return ObjectShape.empty()
        .must("country", CodeShape.country())
        .must("basis", CodeShape.of(JurisdictionBasis.values()))
        .must("confidence", CodeShape.of(Confidence.values()));
  }

  private static ObjectShape network() {
    return ObjectShape.empty()
        .may("ip", ADDRESS)
        .may("port", new NumberShape(1, 65_535))
        .may("hoster", LINE)
        .may("asn", new NumberShape(1, 4_294_967_295L))
        .must("country", CodeShape.country())
        .must("cdn", new FlagShape())
        .may("registrar", LINE)
        .may("registry", LINE)
        .may("nameServers", new ListShape(LINE, 0, 20));
  }

  private static ObjectShape trace() {
    return ObjectShape.empty()
        .must("method", LINE)
        .must("time", new TimeShape())
        .must("result", LINE);
  }

  private static TextShape form(String pattern, String wanted) {
    return new TextShape(200, Pattern.compile(pattern).asMatchPredicate(), wanted);
  }
}
