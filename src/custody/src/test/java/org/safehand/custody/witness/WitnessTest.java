package org.safehand.custody.witness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.tree.MemoryTiles;
import org.safehand.custody.tree.TreeWriter;

/** The rules of tlog-witness, "add-checkpoint", each broken by one request. */
class WitnessTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant TIME = Instant.parse("2026-11-27T04:00:00Z");
  private static final String ORIGIN = "example.org/log";

  private static final LogKey KEY = LogKey.generate(ORIGIN, RANDOM);
  private static final LogKey RETIRED = LogKey.generate(ORIGIN, RANDOM);
  private static final LogKey STRANGER = LogKey.generate(ORIGIN, RANDOM);
  private static final CosignerKey POST_QUANTUM = CosignerKey.generateMlDsa44(ORIGIN, RANDOM);

  private final CosignerKey key = CosignerKey.generateEd25519("witness.example/w1", RANDOM);
  private final InMemoryWitnessState state = new InMemoryWitnessState();
  private final Witness witness = witness(key);

  private Witness witness(CosignerKey cosigner) {
    List<VerifierKey> keys =
        List.of(KEY.verifierKey(), RETIRED.verifierKey(), POST_QUANTUM.verifierKey());
    return new Witness(cosigner, List.of(new WitnessedLog(ORIGIN, keys)), state);
  }

  /** A log whose first leaves are {@code shared} ones and whose others are named {@code branch}. */
  private record Log(int shared, String branch) {
    static final Log TRUE = new Log(0, "true");

    private TreeWriter tree(int size) {
      TreeWriter tree = new TreeWriter();
      for (int i = 0; i < size; i++) {
        tree.append(((i < shared ? "true" : branch) + i).getBytes(UTF_8));
      }
      return tree;
    }

    Checkpoint at(int size) {
      return new Checkpoint(ORIGIN, size, tree(size).root());
    }

    List<Digest> proof(int first, int second) {
      TreeWriter tree = tree(second);
      MemoryTiles tiles = new MemoryTiles();
      tiles.store(tree);
      try {
        return new ProofMaker(tiles).consistency(first, second).path();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    byte[] request(int first, int second) {
      return new AddCheckpoint(first, proof(first, second), KEY.sign(at(second))).bytes();
    }
  }

  private static byte[] request(int old, List<Digest> proof, SignedNote note) {
    return new AddCheckpoint(old, proof, note).bytes();
  }

  private static byte[] edited(String found, String replacement) {
    String body = new String(Log.TRUE.request(5, 300), ISO_8859_1);
    assertThat(body).contains(found);
    return body.replaceFirst(Pattern.quote(found), replacement).getBytes(ISO_8859_1);
  }

  /** Each is sent to a witness that has cosigned size 5 of the true log. */
  static Stream<Arguments> refused() throws NoteException {
    List<Digest> proof = Log.TRUE.proof(5, 300);
    Checkpoint next = Log.TRUE.at(300);
    SignedNote signed = KEY.sign(next);
    NoteSignature forged = STRANGER.sign(next).signatures().get(0);
    Checkpoint elsewhere = new Checkpoint("example.org/elsewhere", 300, next.root());
    List<Digest> tooLong = new ArrayList<>(proof);
    tooLong.add(Digest.of());
    List<Digest> changed = new ArrayList<>(proof);
    changed.set(0, Digest.of(new byte[] {1}));
    SignedNote otherKey = RETIRED.sign(Log.TRUE.at(5));
    NoteSignature wrongText = otherKey.signatures().get(0);
    return Stream.of(
        arguments("nothing", new byte[0], 400),
        arguments("no old line", edited("old 5\n", ""), 400),
        arguments("old of another spelling", edited("old 5", "old 05"), 400),
        arguments("old with two spaces", edited("old 5", "old  5"), 400),
        arguments("old negative", edited("old 5", "old -5"), 400),
        arguments("old beyond 18 digits", edited("old 5", "old 1000000000000000000"), 400),
        arguments("carriage return", edited("old 5\n", "old 5\r\n"), 400),
        arguments("no empty line", edited("\n\n", "\n"), 400),
        arguments("proof line of 31 bytes", edited("=\n", "\n"), 400),
        arguments("proof line not in base 64", edited("\n", "\n\u00e9"), 400),
        arguments("64 proof lines", edited("old 5\n", "old 5\n" + line().repeat(64)), 400),
        arguments("no signature line", edited("\u00e2\u0080\u0094", "-"), 400),
        arguments("trailing bytes", new String(Log.TRUE.request(5, 300), UTF_8) + "x", 400),
        arguments("extension line", request(5, proof, extended(signed)), 400),
        arguments("old beyond the size", request(301, List.of(), signed), 400),
        arguments("another log", request(5, proof, KEY.sign(elsewhere)), 404),
        arguments("a key that is not known", request(5, proof, STRANGER.sign(next)), 403),
        arguments(
            "a known key's line that does not hold",
            request(5, proof, signed.with(List.of(wrongText))),
            403),
        arguments("that line alone", request(5, proof, signed.withOnly(List.of(wrongText))), 403),
        arguments("old too small", Log.TRUE.request(4, 300), 409),
        arguments("old too large", Log.TRUE.request(6, 300), 409),
        arguments("old 0 to learn the size", Log.TRUE.request(0, 300), 409),
        arguments("a smaller tree", Log.TRUE.request(3, 4), 409),
        arguments("old too small and a fork", new Log(2, "fork").request(4, 300), 409),
        arguments("a fork", new Log(4, "fork").request(5, 300), 422),
        arguments("a fork of the same size", new Log(4, "fork").request(5, 5), 422),
        arguments("a proof for a tree of the same size", request(5, proof, at(5)), 422),
        arguments("a changed proof", request(5, changed, signed), 422),
        arguments("a longer proof", request(5, tooLong, signed), 422),
        arguments("a shorter proof", request(5, proof.subList(1, proof.size()), signed), 422),
        arguments("no proof", request(5, List.of(), signed), 422),
        arguments(
            "an unknown key's line beside a fork",
            request(5, proof, KEY.sign(new Log(4, "fork").at(300)).with(List.of(forged))),
            422));
  }

  private static String line() {
    return Digest.of().base64() + "\n";
  }

  private static SignedNote at(int size) {
    return KEY.sign(Log.TRUE.at(size));
  }

  private static SignedNote extended(SignedNote note) throws NoteException {
    return SignedNote.parse(note.toString().replace("\n\n", "\nmore\n\n").getBytes(UTF_8));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("refused")
  void request_againstARule_refusedAndNothingCosigned(String rule, Object body, int status)
      throws Exception {
    assertThat(witness.add(Log.TRUE.request(0, 5), TIME).status()).isEqualTo(200);
    Optional<SignedNote> before = state.last(ORIGIN);
    byte[] bytes = body instanceof byte[] given ? given : body.toString().getBytes(UTF_8);
    WitnessAnswer answer = witness.add(bytes, TIME);
    assertThat(answer.status()).as(rule + ": " + answer.reason()).isEqualTo(status);
    assertThat(state.last(ORIGIN)).isEqualTo(before);
    if (answer instanceof WitnessAnswer.OtherSize other) {
      assertThat(other.size()).isEqualTo(5);
    }
  }

  @Test
  void firstCheckpoint_otherThanFromNothing_refused() throws Exception {
    assertThat(witness.add(Log.TRUE.request(5, 300), TIME))
        .isEqualTo(new WitnessAnswer.OtherSize(0));
    assertThat(witness.add(request(0, List.of(Digest.of()), at(5)), TIME).status()).isEqualTo(422);
    Checkpoint notEmpty = new Checkpoint(ORIGIN, 0, Digest.of(new byte[] {1}));
    assertThat(witness.add(request(0, List.of(), KEY.sign(notEmpty)), TIME).status())
        .isEqualTo(422);
    assertThat(state.last(ORIGIN)).isEmpty();
  }

  @Test
  void growth_fromEmptyOnAndTheSameAgain_cosignedAndKept() throws Exception {
    int old = 0;
    for (int size : new int[] {0, 0, 1, 5, 5, 256, 300, 70_000}) {
      WitnessAnswer answer = witness.add(Log.TRUE.request(old, size), TIME);
      assertThat(answer).as("%s to %s", old, size).isInstanceOf(WitnessAnswer.Cosigned.class);
      SignedNote note = at(size).with(((WitnessAnswer.Cosigned) answer).lines());
      assertThat(key.verifierKey().verifies(note, note.signatures().get(1))).isTrue();
      assertThat(witness.last(Digest.of(ORIGIN.getBytes(UTF_8)))).contains(note);
      old = size;
    }
  }

  @Test
  void lines_ofEachKnownKeyOnce_keptAndOthersDropped() throws Exception {
    Checkpoint checkpoint = Log.TRUE.at(5);
    NoteSignature postQuantum = POST_QUANTUM.cosign(checkpoint, TIME);
    NoteSignature later = POST_QUANTUM.cosign(checkpoint, TIME.plusSeconds(1));
    NoteSignature retired = RETIRED.sign(checkpoint).signatures().get(0);
    NoteSignature foreign = STRANGER.sign(checkpoint).signatures().get(0);
    SignedNote note = STRANGER.sign(checkpoint).with(List.of(retired, postQuantum, later, foreign));
    assertThat(witness.add(request(0, List.of(), note), TIME).status()).isEqualTo(200);
    SignedNote last = state.last(ORIGIN).orElseThrow();
    assertThat(last.signatures()).hasSize(3).startsWith(retired, postQuantum);
    assertThat(last.signatures().get(2).name()).isEqualTo(key.name());
  }

  @Test
  void checkpoint_overtakenWhileItIsJudged_judgedAnew() throws Exception {
    byte[] rival = Log.TRUE.request(0, 300);
    WitnessState overtaken =
        new WitnessState() {
          @Override
          public Optional<SignedNote> last(String origin) {
            return state.last(origin);
          }

          @Override
          public boolean replace(String origin, Optional<SignedNote> expected, SignedNote next)
              throws IOException {
            witness.add(rival, TIME);
            return state.replace(origin, expected, next);
          }
        };
    WitnessedLog log = new WitnessedLog(ORIGIN, List.of(KEY.verifierKey()));
    assertThat(new Witness(key, List.of(log), overtaken).add(Log.TRUE.request(0, 5), TIME))
        .isEqualTo(new WitnessAnswer.OtherSize(300));
    assertThat(Checkpoint.of(state.last(ORIGIN).orElseThrow()).size()).isEqualTo(300);
  }

  @Test
  void postQuantumWitness_cosignatureIsReadByTheClient() throws Exception {
    CosignerKey quantum = CosignerKey.generateMlDsa44("witness.example/w2", RANDOM);
    WitnessAnswer answer = witness(quantum).add(Log.TRUE.request(0, 5), TIME);
    List<NoteSignature> lines = ((WitnessAnswer.Cosigned) answer).lines();
    assertThat(Cosignatures.read(Cosignatures.write(lines), at(5), quantum.verifierKey()))
        .isEqualTo(lines.get(0));
  }

  @Test
  void request_written_readsBack() throws Exception {
    AddCheckpoint request = new AddCheckpoint(5, Log.TRUE.proof(5, 300), at(300));
    assertThat(AddCheckpoint.parse(request.bytes())).isEqualTo(request);
    assertThatThrownBy(() -> new WitnessedLog(ORIGIN, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new WitnessedLog("x".repeat(255), List.of(KEY.verifierKey())).origin()).hasSize(255);
    assertThatThrownBy(() -> new WitnessedLog("", List.of(KEY.verifierKey())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WitnessedLog("x".repeat(256), List.of(KEY.verifierKey())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
