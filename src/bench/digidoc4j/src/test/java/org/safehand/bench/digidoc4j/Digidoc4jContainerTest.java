package org.safehand.bench.digidoc4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digidoc4j.Container;
import org.digidoc4j.ContainerOpener;
import org.digidoc4j.Signature;
import org.digidoc4j.SignatureProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.bench.peer.SealingParty;

/** What the figure says of this peer: the level that it reaches. */
class Digidoc4jContainerTest {
  private final SealingParty party = new SealingParty();
  private final Digidoc4jContainer digidoc4j = new Digidoc4jContainer(party);

  @TempDir private Path folder;

  @Test
  void container_openedAgain_isSignedAtLevelLt() throws Exception {
    List<Path> exhibits =
        List.of(
            Files.write(folder.resolve("exhibit-1"), "synthetic one".getBytes(UTF_8)),
            Files.write(folder.resolve("exhibit-2"), "synthetic two".getBytes(UTF_8)));
    Path container = folder.resolve("container.asice");

    digidoc4j.make(exhibits, container);

    Container opened = ContainerOpener.open(container.toString(), digidoc4j.configuration());
    assertThat(opened.getDataFiles()).hasSize(2);
    assertThat(opened.getSignatures()).hasSize(1);
    Signature signature = opened.getSignatures().get(0);
    assertThat(signature.getProfile()).isEqualTo(SignatureProfile.LT);
    assertThat(signature.getSigningCertificate().getX509Certificate()).isEqualTo(party.signer());
    assertThat(signature.getTimeStampCreationTime()).isNotNull();
    assertThat(signature.getOCSPResponseCreationTime()).isNotNull();
  }
}
