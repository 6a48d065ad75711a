package org.safehand.store.key;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.safehand.referral.id.CaseId;

/**
 * Seals what is kept of a case in the database under the case's evidence key: what the referral
 * says, its exhibits' names, its case file, its packages.
 *
 * <p>A copy of the database alone shows states, times and who did what, never what it was about;
 * once the evidence key is destroyed, so is all of this.
 */
public final class CaseSeal {
  private static final int KEY_VERSION = 1;

  private final CaseKeyStore keys;

  public CaseSeal(CaseKeyStore keys) {
    this.keys = requireNonNull(keys, "keys is null");
  }

  /**
   * Seals {@code plain}.
   *
   * @param what the kind of row
   * @param owner the row's id
   * @param position the row's revision or number
   */
  public byte[] seal(CaseId caseId, String what, UUID owner, long position, byte[] plain) {
    return keys.evidenceKey(caseId.value()).seal(plain, context(caseId, what, owner, position));
  }

  /** Opens what was sealed as the same. */
  public byte[] open(CaseId caseId, String what, UUID owner, long position, byte[] sealed) {
    return keys.evidenceKey(caseId.value()).open(sealed, context(caseId, what, owner, position));
  }

  private static SealContext context(CaseId caseId, String what, UUID owner, long position) {
    return new SealContext("row:" + what, caseId.value(), KEY_VERSION, owner.toString(), position);
  }
}
