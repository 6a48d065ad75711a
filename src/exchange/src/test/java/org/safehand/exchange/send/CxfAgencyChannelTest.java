package org.safehand.exchange.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.agency.inbox.AcceptedPackage;
import org.safehand.agency.inbox.DeliveryCode;
import org.safehand.agency.inbox.DeliveryRefusal;
import org.safehand.agency.inbox.PackageAcceptance;
import org.safehand.agency.receipt.SignedReceipt;
import org.safehand.agency.server.TestAgency;
import org.safehand.agency.server.TestAuthority;
import org.safehand.custody.digest.Digest;
import org.safehand.exchange.egress.EgressRule;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.id.DispatchId;

/** The channel against the real agency server, over real TLS. */
final class CxfAgencyChannelTest {
  private static final DispatchId ID =
      new DispatchId(UUID.fromString("0190f8a4-0000-7000-8000-000000000001"));
  private static final TestRecipe SMALL = new TestRecipe(3_000_000);
  private static final PackageAcceptance TAKES_ALL = (asice, announced) -> new AcceptedPackage("c");

  private volatile PackageAcceptance acceptance = TAKES_ALL;
  private Path data;
  private TestAgency agency;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    data = folder;
    agency = new TestAgency(folder, (asice, told) -> acceptance.accept(asice, told));
  }

  @AfterEach
  void stop() throws Exception {
    agency.close();
  }

  @Test
  void shipment_delivered_isReceiptedAndIdenticalByteForByte() throws Exception {
    Answer answer = deliver(TestEndpoints.at(agency.address()), SMALL);

    assertThat(answer).isInstanceOf(Answer.Receipted.class);
    byte[] cms = ((Answer.Receipted) answer).cms().bytes();
    assertThat(SignedReceipt.ofBytes(cms).statement().packageDigest())
        .isEqualTo(SMALL.recipe().packageDigest());
    assertThat(Files.readAllBytes(data.resolve(ID + "/package.asice"))).isEqualTo(SMALL.written());
  }

  @Test
  void receiptAskedFor_isTheOneGiven_orNotFound() throws Exception {
    Endpoint endpoint = TestEndpoints.at(agency.address());
    assertThat(ask(endpoint)).isEqualTo(new Answer.NotFound());
    Answer first = deliver(endpoint, SMALL);
    assertThat(ask(endpoint)).isEqualTo(first);
  }

  @Test
  void agencyRefusing_forGood_isRefusedWithItsCode() throws Exception {
    acceptance = refusing(DeliveryCode.DELIVERY_NOT_FOR_US);
    assertThat(deliver(TestEndpoints.at(agency.address()), SMALL))
        .isEqualTo(new Answer.Refused("delivery-not-for-us"));
  }

  @Test
  void agencyRefusing_forNow_isAFailureWithItsCode() throws Exception {
    acceptance = refusing(DeliveryCode.INBOX_UNAVAILABLE);
    assertThat(deliver(TestEndpoints.at(agency.address()), SMALL))
        .isEqualTo(new Answer.Failed("inbox-unavailable"));
  }

  @Test
  void nobodyListening_isAFailure() throws Exception {
    agency.close();
    assertThat(deliver(TestEndpoints.at(agency.address()), SMALL))
        .isEqualTo(new Answer.Failed("agency-unreachable"));
  }

  @Test
  void serverUnderAnotherAuthority_isRefusedAsWrongIdentity() throws Exception {
    Endpoint other =
        TestEndpoints.of(
            agency.address(),
            new TestAuthority("CN=Agencies,O=Police").certificate(),
            TestAgency.AGENCY_SIGNER.getName());
    assertThat(deliver(other, SMALL)).isEqualTo(new Answer.Refused("agency-identity"));
  }

  @Test
  void answerOfAnotherSigner_isRefusedAsUntrusted() throws Exception {
    Endpoint other =
        TestEndpoints.of(agency.address(), TestAgency.AGENCY_CA.certificate(), "CN=other,O=Police");
    assertThat(deliver(other, SMALL)).isEqualTo(new Answer.Refused("answer-untrusted"));
  }

  @Test
  void wrongPath_isRefusedByItsStatus() throws Exception {
    assertThat(
            deliver(TestEndpoints.at(agency.address().resolve("/elsewhere")), new TestRecipe(100)))
        .isEqualTo(new Answer.Refused("agency-status"));
  }

  @Test
  void connectionCutBeforeTheAnswer_isUnknown_andTheReceiptIsThereToAskFor() throws Exception {
    try (CutConnection cut = new CutConnection(agency.address().getPort())) {
      acceptance =
          (asice, announced) -> {
            cut.now();
            return new AcceptedPackage("c");
          };
      URI through = URI.create("https://localhost:" + cut.port() + "/delivery");
      assertThat(deliver(TestEndpoints.at(through), SMALL))
          .isEqualTo(new Answer.Unknown("outcome-unknown"));
    }
    assertThat(ask(TestEndpoints.at(agency.address()))).isInstanceOf(Answer.Receipted.class);
  }

  @Test
  void addressNotInTheRegistry_isNeverContacted() throws Exception {
    EgressRule elsewhere = EgressRule.of(URI.create("https://localhost:1/delivery"));
    try (CxfAgencyChannel channel = channel(elsewhere, SMALL)) {
      assertThat(channel.receiptFor(TestEndpoints.at(agency.address()), ID))
          .isEqualTo(new Answer.Refused("endpoint-not-allowed"));
    }
  }

  @Test
  void packageOverTheEndpointsLimit_isNeverSent() throws Exception {
    TestRecipe large = new TestRecipe((int) TestAgency.MAX_BYTES);
    assertThat(deliver(TestEndpoints.at(agency.address()), large))
        .isEqualTo(new Answer.Refused("endpoint-limit"));
    assertThat(data.resolve(ID.toString())).doesNotExist();
  }

  private static PackageAcceptance refusing(DeliveryCode code) {
    return (asice, announced) -> {
      throw new DeliveryRefusal(code, "in this test");
    };
  }

  private static Answer deliver(Endpoint endpoint, TestRecipe content) throws Exception {
    try (CxfAgencyChannel channel =
        channel(EgressRule.of(URI.create(endpoint.address())), content)) {
      return channel.deliver(
          endpoint, new Shipment(ID, Digest.of(new byte[] {1}), content.recipe()));
    }
  }

  private static Answer ask(Endpoint endpoint) throws Exception {
    try (CxfAgencyChannel channel = channel(EgressRule.of(URI.create(endpoint.address())), SMALL)) {
      return channel.receiptFor(endpoint, ID);
    }
  }

  private static CxfAgencyChannel channel(EgressRule rule, TestRecipe content) {
    GatewayKeys keys =
        new GatewayKeys(
            TestAgency.GATEWAY_CA.issue("client", "CN=client,O=Hotline"),
            TestAgency.GATEWAY_CA.issue("gateway", TestAgency.GATEWAY_SIGNER.getName()),
            TestAuthority.PASSWORD);
    return new CxfAgencyChannel(rule, keys, content.source(), Duration.ofSeconds(20));
  }

  /** A way to the agency that can be cut. */
  private static final class CutConnection implements AutoCloseable {
    private final ServerSocket listening =
        new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int target;

    CutConnection(int target) throws IOException {
      this.target = target;
      start(this::connect);
    }

    int port() {
      return listening.getLocalPort();
    }

    void now() throws IOException {
      for (Socket socket : sockets) {
        socket.close();
      }
    }

    private void connect() {
      try {
        Socket gateway = listening.accept();
        Socket agency = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(gateway);
        sockets.add(agency);
        start(() -> pass(gateway, agency));
        pass(agency, gateway);
      } catch (IOException e) {
        throw new IllegalStateException("no connection to cut", e);
      }
    }

    private static void pass(Socket from, Socket to) {
      try {
        from.getInputStream().transferTo(to.getOutputStream());
      } catch (IOException e) {
        // cut
      }
    }

    private static void start(Runnable work) {
      Thread thread = new Thread(work, "connection to cut");
      thread.setDaemon(true);
      thread.start();
    }

    @Override
    public void close() throws IOException {
      listening.close();
      now();
    }
  }
}
