package org.safehand.referral.port;

import org.safehand.packaging.segment.ContentKey;
import org.safehand.referral.exhibit.SegmentPlace;
import org.safehand.referral.exhibit.WrappedKey;
import org.safehand.referral.fault.KeyUnavailableException;
import org.safehand.referral.id.CaseId;

/**
 * The evidence key of each case, under which the keys of its segments are wrapped. The key itself
 * never leaves the adapter. Destroying it makes the case's evidence unreadable for ever.
 */
public interface CaseKeys {
  /** Makes the keys of a new case, within a unit of work. */
  void create(CaseId caseId);

  /** Wraps {@code key} for {@code place} and no other. */
  WrappedKey wrap(SegmentPlace place, ContentKey key);

  /**
   * The key that was wrapped for {@code place}.
   *
   * @throws KeyUnavailableException if the case's key was destroyed, or the wrapped key is not one
   *     of {@code place}
   */
  ContentKey unwrap(SegmentPlace place, WrappedKey wrapped);
}
