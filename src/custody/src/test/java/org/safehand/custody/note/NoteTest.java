package org.safehand.custody.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.PemText;

class NoteTest {
  /** Key and note of the Go project's tests of the same format (public test values). */
  private static final String SKEY =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  private static final String VKEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String NOTE =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n\n"
          + "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSN"
          + "XgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

  private final LogKey key = LogKey.generate("example.org/log", new SecureRandom());
  private final Checkpoint checkpoint = new Checkpoint("example.org/log", 5, Digest.of());

  private static SignedNote parse(String note) throws NoteException {
    return SignedNote.parse(note.getBytes(UTF_8));
  }

  @Test
  void noteOfAnotherImplementation_verifies() throws NoteException {
    SignedNote note = parse(NOTE);
    VerifierKey verifier = VerifierKey.parse(VKEY).orElseThrow();
    assertThat(verifier.verifies(note, note.signatures().get(0))).isTrue();
    SignedNote changed = parse(NOTE.replace("answer", "Answer"));
    assertThat(verifier.verifies(changed, changed.signatures().get(0))).isFalse();
    assertThat(note.bytes()).isEqualTo(NOTE.getBytes(UTF_8));
  }

  @Test
  void keyOfAnotherImplementation_readAndWritten() {
    LogKey read = LogKey.parse("PeterNeumann", SKEY + "\n");
    assertThat(read.verifierKey()).hasToString(VKEY);
    assertThat(read.toNoteForm()).isEqualTo(SKEY);
    assertThatThrownBy(() -> LogKey.parse("Other", SKEY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LogKey.parse("PeterNeumann", SKEY.replace("c74f", "c74e")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LogKey.parse("PeterNeumann", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keyInPem_signs() throws GeneralSecurityException, NoteException {
    byte[] pkcs8 =
        KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
    LogKey read = LogKey.parse("example.org/log", PemText.encode("PRIVATE KEY", pkcs8));
    SignedNote note = read.sign(checkpoint);
    assertThat(read.verifierKey().verifies(note, note.signatures().get(0))).isTrue();
    assertThat(Checkpoint.of(SignedNote.parse(note.bytes()))).isEqualTo(checkpoint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "c74f20a3+AxpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10",
        "c74f20a3",
        ""
      })
  void otherVerifierKeys_refused(String rest) {
    assertThat(VerifierKey.parse("PeterNeumann+" + rest)).isEmpty();
    assertThat(VerifierKey.parse(rest)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\nx\n",
        "text\n\n\u2014 name\n",
        "text\n\n\u2014 name AAAA\n",
        "text\n\n\u2014 name AAAAAA==\n",
        "text\n\n\u2014 name AAAAAAB=\n",
        "text\n\n\u2014 name AAAAAAA\n",
        "text\n\n\u2014 na+me AAAAAAA=\n",
        "text\n\n\u2014  AAAAAAA=\n",
        "text\n\n\u2014 name  AAAAAAA=\n",
        "text\n\n\u2014 name AAAAAAA= \n",
        "text\n\n\u2014 name AAAAAAA=",
        "text\n\n- name AAAAAAA=\n",
        "te\rxt\n\n\u2014 name AAAAAAA=\n",
        "te\u0000xt\n\n\u2014 name AAAAAAA=\n"
      })
  void otherNotes_refused(String note) {
    assertThatThrownBy(() -> parse(note))
        .isInstanceOfSatisfying(
            NoteException.class, e -> assertThat(e.fault()).isEqualTo(NoteFault.MALFORMED));
  }

  @Test
  void longestNote_parsed_andOneByteMoreRefused() throws NoteException {
    String end = "\n\n\u2014 name AAAAAAA=\n";
    int rest = SignedNote.MAX_LENGTH - end.getBytes(UTF_8).length;
    assertThat(parse("x".repeat(rest) + end).signatures()).hasSize(1);
    assertThatThrownBy(() -> parse("x".repeat(rest + 1) + end)).isInstanceOf(NoteException.class);
    assertThat(parse("\n" + end.substring(1)).text()).isEqualTo("\n");
  }

  @Test
  void goodShape_parsed() throws NoteException {
    assertThat(parse("text\n\n\u2014 name AAAAAAA=\n").signatures()).hasSize(1);
    String line = "\u2014 name AAAAAAA=\n";
    assertThat(parse("text\n\n" + line.repeat(16)).signatures()).hasSize(16);
    assertThatThrownBy(() -> parse("text\n\n" + line.repeat(17))).isInstanceOf(NoteException.class);
    assertThatThrownBy(() -> parse("x".repeat(SignedNote.MAX_LENGTH) + "\n\n" + line))
        .isInstanceOf(NoteException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org/log\n5\n",
        "example.org/log\n05\nROOT\n",
        "example.org/log\n+5\nROOT\n",
        "example.org/log\n-5\nROOT\n",
        "example.org/log\n5 \nROOT\n",
        "\n5\nROOT\n",
        "example org/log\n5\nROOT\n",
        "example.org/log\n9999999999999999999\nROOT\n",
        "example.org/log\n5\nROOT\nextension\n",
        "example.org/log\n5\nAAAA\n"
      })
  void otherCheckpoints_refused(String text) throws NoteException {
    SignedNote note = parse(text.replace("ROOT", Digest.of().base64()) + "\n\u2014 n AAAAAAA=\n");
    assertThatThrownBy(() -> Checkpoint.of(note)).isInstanceOf(NoteException.class);
  }

  @Test
  void secrets_notPrinted() {
    assertThat(key.toString()).isEqualTo("log key example.org/log");
  }
}
