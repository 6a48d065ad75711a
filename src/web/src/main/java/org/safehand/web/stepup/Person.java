package org.safehand.web.stepup;

import static java.util.Objects.requireNonNull;

/**
 * Who is asked.
 *
 * @param subject their identity at the provider
 * @param userName by which they sign in there
 */
public record Person(String subject, String userName) {
  public Person {
    requireNonNull(subject, "subject is null");
    requireNonNull(userName, "userName is null");
  }
}
