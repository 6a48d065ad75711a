package org.safehand.web.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.web.contract.planted.Door;
import org.safehand.web.contract.planted.Inherited;
import org.safehand.web.contract.planted.Locator;

/**
 * What the contract is compared with is what JAX-RS is really handed over: nothing that has a path
 * stands beside it, and nothing is left out of it.
 */
class EndpointsTest {
  @Test
  void types_thatAnswerRequests_areThoseHandedOver() {
    assertHandedOver(Endpoints.answering(Classes.built()), Endpoints.registered());
  }

  @Test
  void resource_leftOut_breaksTheRule() {
    Set<Class<?>> less = new HashSet<>(Endpoints.registered());
    less.remove(less.iterator().next());
    assertThatThrownBy(() -> assertHandedOver(Endpoints.answering(Classes.built()), less))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void plantedTypes_areFoundWhateverTheirName() {
    assertThat(Endpoints.answering(Classes.planted()))
        .containsExactlyInAnyOrder(Door.class, Inherited.class, Locator.class);
  }

  @Test
  void resources_doNotAnswerWithOthers() {
    assertThat(Endpoints.locators(Endpoints.registered())).isEmpty();
  }

  @Test
  void plantedLocator_breaksThatRule() {
    assertThat(Endpoints.locators(Classes.planted()))
        .singleElement()
        .satisfies(method -> assertThat(method.getDeclaringClass()).isEqualTo(Locator.class));
  }

  private static void assertHandedOver(Collection<Class<?>> found, Set<Class<?>> registered) {
    assertThat(found).containsExactlyInAnyOrderElementsOf(registered);
  }
}
