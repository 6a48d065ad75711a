package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.safehand.packaging.segment.ContentKey;
import org.safehand.referral.exhibit.SegmentPlace;
import org.safehand.referral.exhibit.WrappedKey;
import org.safehand.referral.fault.KeyUnavailableException;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.ExhibitId;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

/** A wrapped key opens where it belongs and nowhere else. */
public interface CaseKeysContract {
  Ports ports();

  @Test
  default void wrapped_opensInItsPlace() {
    SegmentPlace place = new SegmentPlace(newCase(), Samples.IDS.exhibit(), 7);
    ContentKey key = ContentKey.fresh(new SecureRandom());
    WrappedKey wrapped = ports().keys().wrap(place, key);
    assertThat(ports().keys().unwrap(place, wrapped)).isEqualTo(key);
  }

  @Test
  default void wrapped_doesNotOpenElsewhere() {
    CaseId caseId = newCase();
    ExhibitId exhibit = Samples.IDS.exhibit();
    WrappedKey wrapped =
        ports()
            .keys()
            .wrap(new SegmentPlace(caseId, exhibit, 7), ContentKey.fresh(new SecureRandom()));
    refused(new SegmentPlace(caseId, exhibit, 8), wrapped);
    refused(new SegmentPlace(caseId, Samples.IDS.exhibit(), 7), wrapped);
    refused(new SegmentPlace(newCase(), exhibit, 7), wrapped);
  }

  @Test
  default void changedByte_doesNotOpen() {
    SegmentPlace place = new SegmentPlace(newCase(), Samples.IDS.exhibit(), 0);
    byte[] bytes = ports().keys().wrap(place, ContentKey.fresh(new SecureRandom())).bytes();
    bytes[bytes.length - 1] ^= 1;
    refused(place, WrappedKey.ofBytes(bytes));
  }

  @Test
  default void caseWithoutKey_isRefused() {
    SegmentPlace place = new SegmentPlace(Samples.IDS.caseId(), Samples.IDS.exhibit(), 0);
    assertThatThrownBy(() -> ports().keys().wrap(place, ContentKey.fresh(new SecureRandom())))
        .isInstanceOf(KeyUnavailableException.class);
  }

  private CaseId newCase() {
    return Stored.draft(ports(), People.UNIT).version().caseId();
  }

  private void refused(SegmentPlace place, WrappedKey wrapped) {
    assertThatThrownBy(() -> ports().keys().unwrap(place, wrapped))
        .isInstanceOf(KeyUnavailableException.class);
  }
}
