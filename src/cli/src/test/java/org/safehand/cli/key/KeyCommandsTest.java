package org.safehand.cli.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safehand.cli.CommandRun;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.PemText;
import org.safehand.custody.trust.TrustFolderWriter;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

/** An agency makes its key, has it certified, compares it, and opens what was sent to it. */
class KeyCommandsTest {
  private static final String SUBJECT = "CN=Case desk,O=Example Police";

  private final Path folder;
  private final Path key;
  private final Path request;

  KeyCommandsTest(@TempDir Path folder) {
    this.folder = folder;
    this.key = folder.resolve("key.pem");
    this.request = folder.resolve("request.pem");
  }

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void generatedKey_certified_opensAPackageMadeForIt(KeyKind kind) throws Exception {
    Path password = privateFile("password", "correct horse\n");
    assertDone(generate(kind, "--password-file", password));

    SubjectPublicKeyInfo asked = asked(kind);
    Path certificate = folder.resolve("cert.pem");
    TestAuthority agency = certified(asked, password);
    Files.writeString(
        certificate, PemText.encode("CERTIFICATE", agency.certificate().getEncoded()));
    SampleHotline hotline = new SampleHotline();
    Path trust = folder.resolve("trust");
    new TrustFolderWriter(trust).write(hotline.trust());
    byte[] exhibit = "a synthetic note".getBytes(US_ASCII);
    Path file = Files.write(folder.resolve("p.asice"), hotline.pack(agency, exhibit).bytes());
    Path opened = folder.resolve("opened");
    Object[] open = {
      "open", file, "--key", key, "--cert", certificate, "--trust", trust, "--out", opened
    };

    assertFailed(CommandRun.of(open), "key-password: terminal: ");
    assertFailed(CommandRun.typing(List.of("wrong"), open), "key-password: " + key + ": ");
    assertThat(opened).doesNotExist();
    CommandRun run = CommandRun.typing(List.of("correct horse"), open);
    assertDone(run);
    assertThat(opened.resolve("0001.bin")).hasBinaryContent(exhibit);
    assertThat(run.out()).containsPattern("quantumSafe +" + !kind.signs());
  }

  /** The request as an authority reads it, and what it asks for. */
  private SubjectPublicKeyInfo asked(KeyKind kind) throws Exception {
    if (!kind.signs()) {
      return SubjectPublicKeyInfo.getInstance(der("PUBLIC KEY", request));
    }
    PKCS10CertificationRequest read =
        new PKCS10CertificationRequest(der("CERTIFICATE REQUEST", request));
    assertThat(read.getSubject().toString()).isEqualTo(SUBJECT);
    assertThat(
            KeyUsage.fromExtensions(read.getRequestedExtensions())
                .hasUsages(
                    kind == KeyKind.RSA_3072 ? KeyUsage.keyEncipherment : KeyUsage.keyAgreement))
        .isTrue();
    return read.getSubjectPublicKeyInfo();
  }

  private TestAuthority certified(SubjectPublicKeyInfo asked, Path password) throws Exception {
    String pem =
        new PrivateKeyFile(key)
            .plainPem(
                KeyPassword.from(
                    Optional.of(password),
                    new Terminal(
                        new PrintWriter(Writer.nullWriter()),
                        new PrintWriter(Writer.nullWriter()),
                        false)));
    byte[] pkcs8 = PemText.decodeAll("PRIVATE KEY", pem).orElseThrow().get(0);
    KeyPair pair =
        new KeyPair(
            BouncyCastleProvider.getPublicKey(asked),
            BouncyCastleProvider.getPrivateKey(PrivateKeyInfo.getInstance(pkcs8)));
    boolean agreement = pair.getPrivate().getAlgorithm().startsWith("EC");
    return TestPki.AGENCY_CA.certified(
        "Case desk", pair, agreement ? KeyUsage.keyAgreement : KeyUsage.keyEncipherment);
  }

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void fingerprint_ofKeyRequestAndCertificate_isTheSame(KeyKind kind) throws Exception {
    CommandRun made = generate(kind);
    assertDone(made);
    assertThat(made.out()).hasLineCount(1);
    SubjectPublicKeyInfo asked = asked(kind);
    String expected = grouped(Digest.of(asked.getEncoded()));
    assertThat(made.out().strip()).endsWith(expected);
    assertThat(made.out().contains("an ML-KEM key cannot sign")).isEqualTo(!kind.signs());

    CommandRun ofKey = CommandRun.of("key", "fingerprint", key);
    CommandRun ofRequest = CommandRun.of("key", "fingerprint", request);
    assertThat(ofKey.out()).contains("private key", expected).doesNotContain("certificateSha256");
    assertThat(ofRequest.out()).contains(kind.signs() ? "request" : "public key", expected);
    assertThat(ofKey.exit() + ofRequest.exit()).isZero();
  }

  @Test
  void fingerprint_ofACertificate_isThatOfItsKeyAndItsOwn() throws Exception {
    TestAuthority agency = TestPki.AGENCY_ML_KEM_768;
    Path certificate =
        Files.writeString(
            folder.resolve("cert.pem"),
            PemText.encode("CERTIFICATE", agency.certificate().getEncoded()));

    CommandRun run = CommandRun.of("key", "fingerprint", certificate);

    assertThat(run.out())
        .contains(grouped(Digest.of(agency.keys().getPublic().getEncoded())))
        .contains(grouped(agency.fingerprint()));
  }

  @Test
  void commandsOfTheFrontPage_asWritten_hold() throws Exception {
    List<String> commands =
        Files.readString(Path.of("../../README.md"))
            .lines()
            .map(String::strip)
            .filter(line -> line.matches("\\./safehand key (generate|fingerprint) .*"))
            .map(line -> line.replaceAll(" (key|request)\\.pem", " " + folder + "/$1.pem"))
            .toList();
    assertThat(commands).hasSize(2);
    for (String command : commands) {
      Object[] arguments =
          Pattern.compile("\"([^\"]*)\"|(\\S+)")
              .matcher(command.substring("./safehand ".length()))
              .results()
              .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
              .toArray();
      assertDone(CommandRun.typing(List.of("a b", "a b"), arguments));
    }
    assertThat(Files.readString(key)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
  }

  @Test
  void generate_files_areTheirOwnersAloneAndNeverReplaced() throws Exception {
    assertDone(generate(KeyKind.ECDH_P384));
    String first = Files.readString(key);
    for (Path made : new Path[] {key, request}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
          .isEqualTo("rw-------");
    }

    CommandRun again = generate(KeyKind.ECDH_P384);
    assertThat(again.exit()).isEqualTo(9);
    assertThat(again.err()).startsWith("output-exists: " + key).hasLineCount(1);
    assertThat(Files.readString(key)).isEqualTo(first);

    Files.delete(key);
    assertThat(generate(KeyKind.ECDH_P384).err()).startsWith("output-exists: " + request);
    assertThat(key).doesNotExist();
  }

  @Test
  void generate_whereTheRequestCannotBeWritten_leavesNoKey() {
    CommandRun run =
        CommandRun.of(
            "key",
            "generate",
            "--subject",
            SUBJECT,
            "--out",
            key,
            "--request",
            folder.resolve("nowhere/request.pem"));

    assertThat(run.exit()).isEqualTo(9);
    assertThat(run.err()).startsWith("file-unwritable: ");
    assertThat(key).doesNotExist();
  }

  @Test
  void generate_withAPasswordTypedTwice_encryptsAndNeedsItAgain() throws Exception {
    Object[] generate = {
      "key", "generate", "--subject", SUBJECT, "--out", key, "--request", request, "--password"
    };
    assertFailed(CommandRun.typing(List.of("a", "b"), generate), "key-password: terminal: ");
    assertFailed(CommandRun.typing(List.of("", ""), generate), "key-password: terminal: ");
    assertFailed(CommandRun.of(generate), "key-password: terminal: ");
    Path file = privateFile("password", "a b\n");
    Object[] both = Arrays.copyOf(generate, generate.length + 2);
    both[generate.length] = "--password-file";
    both[generate.length + 1] = file;
    assertFailed(CommandRun.of(both), "usage: --password: ");
    assertThat(key).doesNotExist();

    assertDone(CommandRun.typing(List.of("a b", "a b"), generate));
    assertThat(Files.readString(key)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    assertFailed(
        CommandRun.typing(List.of("a"), "key", "fingerprint", key), "key-password: " + key);
    assertDone(CommandRun.typing(List.of("a b"), "key", "fingerprint", key));
  }

  @Test
  void passwordFile_sharedOrOfSeveralLinesOrEmpty_isRefused() throws Exception {
    Path shared = privateFile("shared", "secret\n");
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rw-r-----"));
    for (Path wrong :
        new Path[] {shared, privateFile("lines", "a\nb\n"), privateFile("empty", "\n")}) {
      assertFailed(
          generate(KeyKind.ECDH_P256, "--password-file", wrong), "key-password: " + wrong + ": ");
    }
    assertThat(key).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "ecdh-p384,,--subject",
    "ecdh-p384,nobody,--subject",
    "ml-kem-768,CN=x,--subject",
    "ecdh-p521,CN=x,--algorithm"
  })
  void generate_withoutWhatItNeeds_isUsage(String algorithm, String subject, String place) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "key", "generate", "--algorithm", algorithm, "--out", key, "--request", request));
    if (subject != null) {
      arguments.addAll(List.of("--subject", subject));
    }
    assertFailed(CommandRun.of(arguments.toArray()), "usage: " + place + ": ");
    assertThat(key).doesNotExist();
  }

  @Test
  void fingerprint_ofAForgedRequestOrSomethingElse_isRefused() throws Exception {
    assertDone(generate(KeyKind.ECDH_P256));
    byte[] forged = der("CERTIFICATE REQUEST", request);
    forged[forged.length - 1] ^= 1;
    Path changed =
        Files.writeString(
            folder.resolve("changed.pem"), PemText.encode("CERTIFICATE REQUEST", forged));
    assertFailed(CommandRun.of("key", "fingerprint", changed), "key-malformed: " + changed);

    Path other = Files.writeString(folder.resolve("other.pem"), "nothing");
    assertFailed(CommandRun.of("key", "fingerprint", other), "key-malformed: " + other);
    Path two = Files.writeString(folder.resolve("two.pem"), Files.readString(key).repeat(2));
    assertFailed(CommandRun.of("key", "fingerprint", two), "key-malformed: " + two);
    CommandRun absent = CommandRun.of("key", "fingerprint", folder.resolve("absent"));
    assertThat(absent.exit()).isEqualTo(9);
  }

  /** A forged count would keep whoever opens the file busy for hours. */
  @Test
  void key_encryptedWithMoreThanTenMillionIterations_isRefusedBeforeThePassword() throws Exception {
    assertDone(generate(KeyKind.ECDH_P256, "--password-file", privateFile("password", "x\n")));
    EncryptedPrivateKeyInfo good =
        EncryptedPrivateKeyInfo.getInstance(der("ENCRYPTED PRIVATE KEY", key));

    assertFailed(fingerprint(withIterations(good, 600_000)), "key-password: terminal: ");
    assertFailed(fingerprint(withIterations(good, 10_000_000)), "key-password: terminal: ");
    assertFailed(fingerprint(withIterations(good, 10_000_001)), "key-malformed: ");
    assertFailed(fingerprint(withIterations(good, 1L << 32)), "key-malformed: ");
  }

  private CommandRun fingerprint(byte[] encryptedKey) throws Exception {
    Path file = folder.resolve("changed.pem");
    Files.writeString(file, PemText.encode("ENCRYPTED PRIVATE KEY", encryptedKey));
    return CommandRun.of("key", "fingerprint", file);
  }

  private static byte[] withIterations(EncryptedPrivateKeyInfo good, long iterations)
      throws Exception {
    PBES2Parameters scheme =
        PBES2Parameters.getInstance(good.getEncryptionAlgorithm().getParameters());
    PBKDF2Params old = PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters());
    ASN1Sequence parts = ASN1Sequence.getInstance(old.toASN1Primitive());
    ASN1EncodableVector changed = new ASN1EncodableVector();
    for (int i = 0; i < parts.size(); i++) {
      changed.add(i == 1 ? new ASN1Integer(iterations) : parts.getObjectAt(i));
    }
    return new EncryptedPrivateKeyInfo(
            new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_PBES2,
                new PBES2Parameters(
                    new KeyDerivationFunc(
                        PKCSObjectIdentifiers.id_PBKDF2, new DERSequence(changed)),
                    scheme.getEncryptionScheme())),
            good.getEncryptedData())
        .getEncoded();
  }

  private CommandRun generate(KeyKind kind, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("key", "generate", "--out", key, "--request", request, "--algorithm"));
    arguments.add(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (kind.signs()) {
      arguments.addAll(List.of("--subject", SUBJECT));
    }
    arguments.addAll(Arrays.asList(more));
    return CommandRun.of(arguments.toArray());
  }

  private Path privateFile(String name, String text) throws Exception {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static byte[] der(String label, Path file) throws Exception {
    return PemText.decodeAll(label, Files.readString(file)).orElseThrow().get(0);
  }

  private static String grouped(Digest digest) {
    return digest.hex().replaceAll("(....)(?=.)", "$1 ");
  }

  private static void assertDone(CommandRun run) {
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.err()).isEmpty();
  }

  private static void assertFailed(CommandRun run, String start) {
    assertThat(run.exit()).as(run.toString()).isEqualTo(2);
    assertThat(run.err()).startsWith(start).hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }
}
