package org.safehand.custody.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.safehand.custody.digest.Digest;

/**
 * The chain of events that belong to no case: denied attempts without a case, changes of roles,
 * keys, policies and endpoints, lists and searches.
 *
 * <p>Each node has its own, under a reserved case id that is computed from the node id. It is a
 * UUID of version 8 (RFC 9562), so that it never equals the UUIDv7 of a case.
 */
public final class SystemChain {
  private static final byte[] LABEL = "safehand.org/system-chain/v1\n".getBytes(UTF_8);
  private static final int VERSION = 8;

  private SystemChain() {}

  /** The reserved case id of {@code nodeId}. */
  public static UUID caseId(String nodeId) {
    requireNonNull(nodeId, "nodeId is null");
    ByteBuffer hash = ByteBuffer.wrap(Digest.of(LABEL, nodeId.getBytes(UTF_8)).bytes());
    long high = (hash.getLong() & ~0xf000L) | ((long) VERSION << 12);
    long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /** Whether {@code caseId} is reserved for some node's system chain. */
  public static boolean isSystem(UUID caseId) {
    return caseId.version() == VERSION;
  }
}
