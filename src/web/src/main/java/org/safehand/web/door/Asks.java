package org.safehand.web.door;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.safehand.referral.access.Operation;

/**
 * The operation of {@code config/policy/authorization.csv} that an endpoint asks for. What asks for
 * one may record who did, so it answers GET and never HEAD.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Asks {
  /** The row of the table. */
  Operation value();
}
