package org.safehand.systemtests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/**
 * What one module may see: its own package, the modules named by the design's table, and nothing
 * else. An allowlist, so that a new dependency is a decision and never an accident.
 */
record Allowlist(String module, List<String> packages) {
  private static final List<String> PLAIN_JDK =
      List.of(
          "java.io..",
          "java.lang..",
          "java.math..",
          "java.net",
          "java.nio..",
          "java.security..",
          "java.text..",
          "java.time..",
          "java.util",
          "java.util.function",
          "java.util.regex",
          "java.util.stream",
          "java.util.zip",
          "javax.crypto..",
          "javax.security.auth.x500",
          "org.jspecify..");
  private static final DescribedPredicate<JavaClass> ARRAY_OF_PRIMITIVES =
      DescribedPredicate.describe(
          "an array of primitives",
          type -> type.isPrimitive() || type.getBaseComponentType().isPrimitive());
  private static final List<String> BOUNCY_CASTLE = List.of("org.bouncycastle..");

  static Allowlist kernel(String module, String... others) {
    List<String> packages = new ArrayList<>(PLAIN_JDK);
    packages.addAll(BOUNCY_CASTLE);
    packages.add("org.safehand." + module + "..");
    packages.addAll(List.of(others));
    return new Allowlist(module, List.copyOf(packages));
  }

  static Allowlist adapter(String module, String... others) {
    List<String> packages = new ArrayList<>(List.of("java..", "javax..", "org.jspecify.."));
    packages.add("org.safehand." + module + "..");
    packages.addAll(List.of(others));
    return new Allowlist(module, List.copyOf(packages));
  }

  ArchRule rule() {
    return classes()
        .that()
        .resideInAPackage("org.safehand." + module + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(packages.toArray(String[]::new)).or(ARRAY_OF_PRIMITIVES))
        .as("module " + module + " depends only on " + packages);
  }
}
