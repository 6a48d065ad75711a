package org.safehand.launcher.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;

class PortsTest {
  @Test
  void noVariable_set_givesTheUsualPorts() throws LaunchException {
    Ports ports = Ports.fromEnvironment(Map.of());
    for (PortName name : PortName.values()) {
      assertThat(ports.number(name)).isEqualTo(name.usual());
    }
  }

  @Test
  void offset_set_shiftsEveryPort() throws LaunchException {
    Ports ports = Ports.withOffset(50);
    for (PortName name : PortName.values()) {
      assertThat(ports.number(name)).isEqualTo(name.usual() + 50);
    }
  }

  @Test
  void singleVariable_besideAnOffset_wins() throws LaunchException {
    Ports ports =
        Ports.fromEnvironment(
            Map.of("SAFEHAND_PORT_OFFSET", "50", "SAFEHAND_PORT_GATEWAY", "9443"));
    assertThat(ports.number(PortName.GATEWAY)).isEqualTo(9443);
    assertThat(ports.number(PortName.MACHINE)).isEqualTo(8494);
  }

  @Test
  void line_ofAnEarlierStart_agreesIfItsPortsAreTheSame() throws LaunchException {
    Ports ports = Ports.withOffset(50);
    assertThat(ports.agreesWith(ports.toString())).isTrue();
    assertThat(ports.agreesWith("POSTGRES=15482 AGENCY=8540")).isTrue();
    assertThat(ports.agreesWith("POSTGRES=15482 AGENCY=8541")).isFalse();
    assertThat(ports.agreesWith("")).isFalse();
  }

  @Test
  void number_thatIsNoPort_isRefused() {
    for (String text : new String[] {"seven", "0", "-1", "65536", "99999999999"}) {
      assertThatExceptionOfType(LaunchException.class)
          .isThrownBy(() -> Ports.fromEnvironment(Map.of("SAFEHAND_PORT_AGENCY", text)))
          .satisfies(e -> assertThat(e.code()).isEqualTo(LaunchCode.PORT_INVALID));
    }
  }

  @Test
  void port_inUse_isNamedWithItsVariable() throws IOException, LaunchException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String number = Integer.toString(other.getLocalPort());
      Ports ports = Ports.fromEnvironment(Map.of("SAFEHAND_PORT_GATEWAY", number));
      assertThatExceptionOfType(LaunchException.class)
          .isThrownBy(() -> ports.requireFree(PortName.GATEWAY))
          .withMessageContaining(number)
          .withMessageContaining("SAFEHAND_PORT_GATEWAY")
          .satisfies(e -> assertThat(e.code()).isEqualTo(LaunchCode.PORT_TAKEN));
    }
  }
}
