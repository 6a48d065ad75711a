package org.safehand.systemtests.tamper.forgery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.safehand.bench.server.BenchDatabase;
import org.safehand.bench.server.Workplace;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.event.NodeKey;
import org.safehand.launcher.gateway.GatewayEnvironment;
import org.safehand.launcher.gateway.GatewayKeys;
import org.safehand.systemtests.tamper.scene.Superuser;

/** The gateway's keys in the hands of somebody else, with tools that he wrote himself. */
public final class StolenKeys {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey kek;
  private final NodeKey node;
  private final SecureRandom random = new SecureRandom();

  /** Reads the files of the gateway. */
  public StolenKeys(Workplace workplace, BenchDatabase database)
      throws IOException, GeneralSecurityException {
    GatewayKeys files = new GatewayKeys(workplace.folder(), random);
    char[] password = database.secrets().password(GatewayEnvironment.PKI_PASSWORD).toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(files.kek())) {
      store.load(in, password);
    }
    kek = (SecretKey) store.getKey("kek", password);
    node = NodeKey.ofPem(GatewayKeys.NODE_ID, Files.readString(files.nodeKey(), US_ASCII));
  }

  /** The key of the node that records. */
  public NodeKey node() {
    return node;
  }

  /** The key under which the bodies of a case are encrypted. */
  SecretKey custodyKey(UUID caseId, Superuser database)
      throws SQLException, IOException, GeneralSecurityException {
    byte[] wrapped =
        database.one(
            row -> row.getBytes(1),
            "select wrapped from case_key where case_id = ? and purpose = 'custody'",
            caseId);
    return new SecretKeySpec(open(kek, wrapped, context("case-key:custody", caseId, 1, 0)), "AES");
  }

  /** The key that tags event {@code sequence} of a case. */
  TagKey tagKey(SecretKey custodyKey, UUID caseId, long sequence, Superuser database)
      throws SQLException, IOException, GeneralSecurityException {
    String period =
        " from case_key where case_id = ? and purpose = 'tag' and first_sequence <= ?"
            + " order by first_sequence desc limit 1";
    int version =
        database.one(row -> row.getInt(1), "select key_version" + period, caseId, sequence);
    long first = database.number("select first_sequence" + period, caseId, sequence);
    byte[] wrapped =
        database.one(row -> row.getBytes(1), "select wrapped" + period, caseId, sequence);
    return TagKey.ofBytes(
        open(custodyKey, wrapped, context("case-key:tag", caseId, version, first)));
  }

  byte[] openBody(SecretKey key, UUID caseId, UUID eventId, long sequence, byte[] sealed)
      throws IOException, GeneralSecurityException {
    return open(key, sealed, context("custody-event", caseId, 1, eventId.toString(), sequence));
  }

  /** Puts another tag key in the place of the newest of a case, as the gateway would keep it. */
  public void replaceTagKey(UUID caseId, TagKey other, Superuser database) throws Exception {
    String newest =
        " from case_key where case_id = ? and purpose = 'tag' order by key_version desc limit 1";
    int version = database.one(row -> row.getInt(1), "select key_version" + newest, caseId);
    long first = database.number("select first_sequence" + newest, caseId);
    byte[] wrapped =
        seal(
            custodyKey(caseId, database),
            context("case-key:tag", caseId, version, first),
            other.bytes());
    database.run(
        "update case_key set wrapped = ? where case_id = ? and purpose = 'tag' and key_version = ?",
        wrapped,
        caseId,
        version);
  }

  byte[] sealBody(SecretKey key, UUID caseId, UUID eventId, long sequence, byte[] body)
      throws IOException, GeneralSecurityException {
    return seal(key, context("custody-event", caseId, 1, eventId.toString(), sequence), body);
  }

  private byte[] seal(SecretKey key, byte[] context, byte[] plain) throws GeneralSecurityException {
    byte[] sealed = new byte[1 + NONCE];
    random.nextBytes(sealed);
    sealed[0] = 1;
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE));
    cipher.updateAAD(context);
    byte[] encrypted = cipher.doFinal(plain);
    byte[] all = Arrays.copyOf(sealed, sealed.length + encrypted.length);
    System.arraycopy(encrypted, 0, all, sealed.length, encrypted.length);
    return all;
  }

  private static byte[] open(SecretKey key, byte[] sealed, byte[] context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE));
    cipher.updateAAD(context);
    return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
  }

  /** The additional authenticated data of a key of a case. */
  private static byte[] context(String purpose, UUID caseId, int version, long position)
      throws IOException {
    return context(purpose, caseId, version, "", position);
  }

  private static byte[] context(
      String purpose, UUID caseId, int version, String place, long position) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    text(out, "safehand/1");
    text(out, purpose);
    out.writeLong(caseId.getMostSignificantBits());
    out.writeLong(caseId.getLeastSignificantBits());
    out.writeInt(version);
    text(out, place);
    out.writeLong(position);
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
