package org.safehand.web.problem;

import java.util.List;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;

/** The HTTP status of each fault of the store: what may pass, and what is damaged. */
public final class StoreStatus {
  private StoreStatus() {}

  public static int of(StoreCode code) {
    return switch (code) {
      case CASE_KEY_MISSING, SEAL_BROKEN, ROW_DAMAGED -> 500;
      case KEK_UNAVAILABLE,
          VAULT_UNAVAILABLE,
          DATABASE_UNAVAILABLE,
          DATABASE_BUSY,
          SERVER_INCOMPLETE,
          REGISTRY_UNREADABLE,
          SETTINGS_UNREADABLE,
          CONFIGURATION_MISSING,
          NODE_KEY_UNAVAILABLE ->
          503;
    };
  }

  /** The code of the store's fault, or that it is another; no detail, which tells of the inside. */
  public static Problem problem(Throwable fault) {
    return fault instanceof StoreException store
        ? problem(store)
        : Problem.of(WebCode.INTERNAL, "");
  }

  private static Problem problem(StoreException fault) {
    int status = of(fault.code());
    WebCode like = status == 503 ? WebCode.UNAVAILABLE : WebCode.INTERNAL;
    return new Problem(fault.code().wire(), status, like.title(), "", List.of());
  }
}
