package org.safehand.referral.port.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.safehand.packaging.segment.ContentKey;
import org.safehand.referral.exhibit.SegmentPlace;
import org.safehand.referral.exhibit.WrappedKey;
import org.safehand.referral.fault.KeyUnavailableException;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.port.CaseKeys;

/** Evidence keys in memory; wraps with AES-256-GCM and the place as authenticated data. */
public final class InMemoryCaseKeys implements CaseKeys {
  private static final int NONCE = 12;

  private final SecureRandom random = new SecureRandom();
  private final Shelf<CaseId, ContentKey> keys;

  public InMemoryCaseKeys(InMemoryUnitOfWork unit) {
    this.keys = new Shelf<>(unit);
  }

  @Override
  public void create(CaseId caseId) {
    keys.putNew(caseId, ContentKey.fresh(random));
  }

  @Override
  public WrappedKey wrap(SegmentPlace place, ContentKey key) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, place, nonce).doFinal(key.bytes());
      byte[] wrapped = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, wrapped, NONCE, sealed.length);
      return WrappedKey.ofBytes(wrapped);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public ContentKey unwrap(SegmentPlace place, WrappedKey wrapped) {
    byte[] bytes = wrapped.bytes();
    try {
      return ContentKey.ofBytes(
          cipher(Cipher.DECRYPT_MODE, place, Arrays.copyOf(bytes, NONCE))
              .doFinal(bytes, NONCE, bytes.length - NONCE));
    } catch (GeneralSecurityException e) {
      throw new KeyUnavailableException("the wrapped key is not one of this place", e);
    }
  }

  private Cipher cipher(int mode, SegmentPlace place, byte[] nonce)
      throws GeneralSecurityException {
    ContentKey key =
        keys.find(place.caseId())
            .orElseThrow(() -> new KeyUnavailableException("the case has no evidence key"));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.secretKey(), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(place.toString().getBytes(UTF_8));
    return cipher;
  }
}
