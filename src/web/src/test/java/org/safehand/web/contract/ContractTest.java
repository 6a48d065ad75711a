package org.safehand.web.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.referral.access.Role;
import org.safehand.referral.code.Code;
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
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.endpoint.Expiry;
import org.safehand.referral.glass.GlassState;
import org.safehand.referral.life.ReferralState;
import org.safehand.referral.location.PaymentMethod;
import org.safehand.referral.proposal.ProposalState;
import org.safehand.referral.settings.Setting;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.web.door.Asks;
import org.safehand.web.door.OpenToAll;

class ContractTest {
  @Test
  void endpoints_ofTheCode_areThoseOfTheContract() throws IOException {
    List<String> built = Endpoints.methods().stream().map(Endpoints::operation).toList();
    assertThat(built).doesNotHaveDuplicates();
    assertThat(built).containsExactlyInAnyOrderElementsOf(Contract.read().operations());
  }

  @Test
  void endpoint_everyOne_asksForALineOfTheTableOrSaysWhyNot() throws IOException {
    Set<String> table;
    try (Stream<String> lines = Files.lines(Path.of("../../config/policy/authorization.csv"))) {
      table = lines.skip(1).map(line -> line.split(",", 2)[0]).collect(Collectors.toSet());
    }
    for (Method method : Endpoints.methods()) {
      Asks asks = method.getAnnotation(Asks.class);
      OpenToAll open = method.getAnnotation(OpenToAll.class);
      assertThat(asks == null).as(method.toString()).isNotEqualTo(open == null);
      if (asks != null) {
        assertThat(table).as(method.toString()).contains(asks.value().wire());
      }
    }
  }

  /**
   * What the table allows to anybody has an endpoint, and what it calls planned has none: a right
   * that nobody can use and a door that no rule guards are both refused here.
   */
  @Test
  void table_whatItAllows_isWhatEndpointsAskFor() throws IOException {
    Set<String> allowed;
    try (Stream<String> lines = Files.lines(Path.of("../../config/policy/authorization.csv"))) {
      allowed =
          lines
              .skip(1)
              .map(line -> line.split(",", -1))
              .filter(cells -> cells[3].equals("active") && !cells[2].equals("never"))
              .map(cells -> cells[0])
              .collect(Collectors.toSet());
    }
    Set<String> asked =
        Endpoints.methods().stream()
            .map(method -> method.getAnnotation(Asks.class))
            .filter(asks -> asks != null)
            .map(asks -> asks.value().wire())
            .collect(Collectors.toSet());
    assertThat(asked).isEqualTo(allowed);
  }

  /** JAX-RS settles on the class with the longest fitting path before it looks at any method. */
  @Test
  void endpoint_everyOne_isNotHiddenByAClassWithALongerPath() {
    for (Method method : Endpoints.methods()) {
      String path = Endpoints.operation(method).split(" ", 2)[1] + "/";
      String own = Endpoints.root(method.getDeclaringClass());
      assertThat(Endpoints.methods().stream().map(Method::getDeclaringClass).distinct())
          .as(method.toString())
          .noneMatch(
              other ->
                  path.startsWith(Endpoints.root(other) + "/")
                      && Endpoints.root(other).length() > own.length());
    }
  }

  @Test
  void settings_ofTheContract_haveTheLimitsOfTheCode() throws IOException {
    Map<String, Object> schema =
        requireNonNull(Contract.read().schemas().get("Settings"), "no settings");
    assertThat(schema.get("required"))
        .isEqualTo(Arrays.stream(Setting.values()).map(Setting::wire).toList());
    Map<?, ?> properties = (Map<?, ?>) requireNonNull(schema.get("properties"), "no properties");
    assertThat(properties).hasSameSizeAs(Setting.values());
    for (Setting setting : Setting.values()) {
      Map<?, ?> limits = (Map<?, ?>) requireNonNull(properties.get(setting.wire()), "no setting");
      assertThat(limits.get("minimum") + " " + limits.get("maximum"))
          .as(setting.wire())
          .isEqualTo(setting.least() + " " + setting.most());
    }
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        list("Commerciality", Commerciality.values()),
        list("Confidence", Confidence.values()),
        list("IncidentType", IncidentType.values()),
        list("JurisdictionBasis", JurisdictionBasis.values()),
        list("OnlineState", OnlineState.values()),
        list("ReportSource", ReportSource.values()),
        list("SiteType", SiteType.values()),
        list("PaymentMethod", PaymentMethod.values()),
        list("Sharing", Sharing.values()),
        list("Urgency", Urgency.values()),
        list("UseCode", UseCode.values()),
        list("EvaluationScheme", EvaluationScheme.values()),
        Arguments.of(
            "ReferralState", Arrays.stream(ReferralState.values()).map(Enum::name).toList()),
        Arguments.of(
            "DispatchState", Arrays.stream(DispatchState.values()).map(Enum::name).toList()),
        Arguments.of("GlassState", Arrays.stream(GlassState.values()).map(Enum::name).toList()),
        Arguments.of(
            "ProposalState", Arrays.stream(ProposalState.values()).map(Enum::name).toList()),
        Arguments.of("Role", Arrays.stream(Role.values()).map(Role::wire).toList()),
        Arguments.of(
            "ExtractLevel", Arrays.stream(ExtractLevel.values()).map(ExtractLevel::wire).toList()),
        Arguments.of("Expiry", Arrays.stream(Expiry.values()).map(Expiry::wire).toList()),
        Arguments.of("Channel", Arrays.stream(Channel.values()).map(Channel::wire).toList()));
  }

  private static Arguments list(String schema, Code[] codes) {
    return Arguments.of(schema, Arrays.stream(codes).map(Code::wire).toList());
  }

  @ParameterizedTest
  @MethodSource("lists")
  void codeList_ofTheContract_isThatOfTheCode(String schema, List<String> codes)
      throws IOException {
    assertThat(Contract.read().codes(schema)).isEqualTo(codes);
  }
}
