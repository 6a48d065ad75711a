package org.safehand.custody.event;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import org.safehand.custody.chain.TagKey;

/** Gives an event its place in the chain of its case, fresh salts and its blind leaf. */
public final class LeafMaker {
  private final SecureRandom random;

  public LeafMaker(SecureRandom random) {
    this.random = requireNonNull(random, "random is null");
  }

  /** {@code event} at {@code link}, tagged under the tag key of its case and period. */
  public RecordedEvent make(EventLink link, CustodyEvent event, TagKey tagKey) {
    LeafSalts salts = LeafSalts.random(random);
    BlindLeaf leaf = BlindLeaf.commit(link, event, salts, tagKey.tag(link.caseSequence()));
    return new RecordedEvent(link, event, salts, leaf);
  }
}
