package org.safehand.systemtests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleRulesTest {
  private static final String CUSTODY = "org.safehand.custody..";
  private static final String PACKAGING = "org.safehand.packaging..";
  private static final String REFERRAL = "org.safehand.referral..";
  private static final String SOAP = "org.safehand.soap..";
  private static final String STORE = "org.safehand.store..";

  static final List<String> KERNEL = List.of("custody", "packaging", "referral");

  static Stream<Allowlist> allowlists() {
    return Stream.of(
        Allowlist.kernel("custody"),
        // half of the hashing is done by whoever is handed in: an Executor, never a thread of its
        // own
        Allowlist.kernel(
            "packaging", CUSTODY, "java.util.concurrent", "java.util.concurrent.atomic"),
        // the pool of intake buffers lends to requests that run at the same time
        Allowlist.kernel(
            "referral", CUSTODY, PACKAGING, "java.util.concurrent", "java.util.random"),
        Allowlist.adapter(
            "store",
            CUSTODY,
            PACKAGING,
            REFERRAL,
            "jakarta.persistence..",
            "jakarta.transaction..",
            "org.hibernate.."),
        Allowlist.adapter("sequencer", CUSTODY, "org.postgresql.."),
        Allowlist.adapter(
            "cli", CUSTODY, PACKAGING, "picocli..", "org.bouncycastle..", "com.sun.net.httpserver"),
        Allowlist.adapter(
            "soap",
            "jakarta.jws..",
            "jakarta.xml..",
            "org.apache.cxf..",
            "org.apache.wss4j..",
            "org.w3c.dom.."),
        Allowlist.adapter(
            "agency",
            CUSTODY,
            PACKAGING,
            SOAP,
            "jakarta.xml..",
            "jakarta.jws..",
            "jakarta.activation..",
            "org.apache.cxf..",
            "org.apache.wss4j..",
            "org.bouncycastle..",
            "org.slf4j.."),
        Allowlist.adapter(
            "exchange",
            CUSTODY,
            PACKAGING,
            REFERRAL,
            SOAP,
            STORE,
            "jakarta.annotation..",
            "jakarta.enterprise..",
            "jakarta.jws..",
            "jakarta.servlet..",
            "jakarta.xml..",
            "jakarta.activation..",
            "org.apache.cxf..",
            "org.apache.wss4j..",
            "org.bouncycastle.."),
        Allowlist.adapter(
            "web",
            CUSTODY,
            PACKAGING,
            REFERRAL,
            STORE,
            "jakarta.annotation..",
            "jakarta.enterprise..",
            "jakarta.inject..",
            "jakarta.servlet..",
            "jakarta.ws.rs..",
            "com.nimbusds..",
            "org.wildfly.security.http.oidc.."));
  }

  @ParameterizedTest
  @MethodSource("allowlists")
  void module_dependsOnlyOnItsAllowlist(Allowlist allowlist) {
    allowlist.rule().check(Modules.classesOf(allowlist.module()));
  }

  @ParameterizedTest
  @MethodSource("allowlists")
  void plantedDependency_breaksTheAllowlist(Allowlist allowlist) {
    assertThat(allowlist.rule().evaluate(planted(allowlist.module())).hasViolation()).isTrue();
  }

  @ParameterizedTest
  @FieldSource("KERNEL")
  void kernel_hasNoThreadClockOrRandomness(String module) {
    KernelPurity.rule(module).check(Modules.classesOf(module));
  }

  @ParameterizedTest
  @FieldSource("KERNEL")
  void plantedClock_breaksThePurityOfTheKernel(String module) {
    assertThat(KernelPurity.rule(module).evaluate(planted(module)).hasViolation()).isTrue();
  }

  @ParameterizedTest
  @FieldSource("KERNEL")
  void kernel_makesNoThreadsByOthers(String module) {
    KernelPurity.noPool(module).check(Modules.classesOf(module));
  }

  @Test
  void plantedPool_breaksThePurityOfTheKernel() {
    assertThat(KernelPurity.noPool("packaging").evaluate(planted("packaging")).hasViolation())
        .isTrue();
  }

  @ParameterizedTest
  @FieldSource("WARS")
  void store_namedOnlyWhereAFaceIsPutTogether(String module) {
    StoreBehindPorts.rule(module).check(Modules.classesOf(module));
  }

  @ParameterizedTest
  @FieldSource("WARS")
  void plantedStoreUse_breaksTheRule(String module) {
    assertThat(StoreBehindPorts.rule(module).evaluate(planted(module)).hasViolation()).isTrue();
  }

  static final List<String> WARS = List.of("exchange", "web");

  private static JavaClasses planted(String module) {
    return new ClassFileImporter().importPackages("org.safehand." + module + ".planted");
  }
}
