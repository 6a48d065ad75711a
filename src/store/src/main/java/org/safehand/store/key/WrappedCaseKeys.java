package org.safehand.store.key;

import static java.util.Objects.requireNonNull;

import org.safehand.packaging.segment.ContentKey;
import org.safehand.referral.exhibit.SegmentPlace;
import org.safehand.referral.exhibit.WrappedKey;
import org.safehand.referral.fault.KeyUnavailableException;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.port.CaseKeys;
import org.safehand.store.fault.StoreException;

/** Content keys of segments, wrapped under the evidence key of their case. */
public final class WrappedCaseKeys implements CaseKeys {
  private static final String PURPOSE = "content-key";
  private static final int KEY_VERSION = 1;

  private final CaseKeyStore keys;

  public WrappedCaseKeys(CaseKeyStore keys) {
    this.keys = requireNonNull(keys, "keys is null");
  }

  @Override
  public void create(CaseId caseId) {
    keys.create(caseId.value());
  }

  @Override
  public WrappedKey wrap(SegmentPlace place, ContentKey key) {
    try {
      return WrappedKey.ofBytes(
          keys.evidenceKey(place.caseId().value()).seal(key.bytes(), context(place)));
    } catch (StoreException e) {
      throw unavailable(e);
    }
  }

  @Override
  public ContentKey unwrap(SegmentPlace place, WrappedKey wrapped) {
    try {
      return ContentKey.ofBytes(
          keys.evidenceKey(place.caseId().value()).open(wrapped.bytes(), context(place)));
    } catch (StoreException e) {
      throw unavailable(e);
    }
  }

  private static SealContext context(SegmentPlace place) {
    return new SealContext(
        PURPOSE, place.caseId().value(), KEY_VERSION, place.exhibit().toString(), place.index());
  }

  private static RuntimeException unavailable(StoreException e) {
    return switch (e.code()) {
      case CASE_KEY_MISSING, SEAL_BROKEN ->
          new KeyUnavailableException("the key of a segment cannot be had", e);
      default -> e;
    };
  }
}
