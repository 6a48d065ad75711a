package org.safehand.store.fault;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The store could not do what was asked: a fault, never a business refusal.
 *
 * <p>The message starts with the stable code and holds no case content and no key.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final StoreCode code;

  public StoreException(StoreCode code, String detail) {
    this(code, detail, null);
  }

  public StoreException(StoreCode code, String detail, @Nullable Throwable cause) {
    super(requireNonNull(code, "code is null").wire() + ": " + detail, cause);
    this.code = code;
  }

  public StoreCode code() {
    return code;
  }
}
