package org.safehand.systemtests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/**
 * Adapters never see one another: only the top package of a face, where {@code Wiring} puts it
 * together, names the store. The rest sees its ports, and what a failure of the store is called.
 */
final class StoreBehindPorts {
  private StoreBehindPorts() {}

  static ArchRule rule(String module) {
    return noClasses()
        .that()
        .resideInAPackage("org.safehand." + module + "..")
        .and()
        .resideOutsideOfPackage("org.safehand." + module)
        .should()
        .dependOnClassesThat()
        .haveNameMatching("org\\.safehand\\.store\\.(?!fault\\.).*")
        .as("only the top package of " + module + " names the store");
  }
}
