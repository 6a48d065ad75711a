package org.safehand.launcher.port;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;

/** The chosen ports of one platform. */
public final class Ports {
  private final Map<PortName, Integer> numbers;

  private Ports(Map<PortName, Integer> numbers) {
    this.numbers = new EnumMap<>(numbers);
  }

  /**
   * Chooses ports: {@code SAFEHAND_PORT_<NAME>} where set, else the usual number plus {@code
   * SAFEHAND_PORT_OFFSET}.
   */
  public static Ports fromEnvironment(Map<String, String> environment) throws LaunchException {
    requireNonNull(environment, "environment is null");
    int offset = number(environment, "SAFEHAND_PORT_OFFSET", 0, 0);
    Map<PortName, Integer> numbers = new EnumMap<>(PortName.class);
    for (PortName name : PortName.values()) {
      numbers.put(name, number(environment, name.variable(), name.usual() + offset, 1));
    }
    return new Ports(numbers);
  }

  /** The usual ports, all shifted. */
  public static Ports withOffset(int offset) throws LaunchException {
    return fromEnvironment(Map.of("SAFEHAND_PORT_OFFSET", Integer.toString(offset)));
  }

  private static int number(Map<String, String> environment, String variable, int usual, int least)
      throws LaunchException {
    String text = environment.getOrDefault(variable, "").strip();
    int number = usual;
    try {
      number = text.isEmpty() ? usual : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new LaunchException(LaunchCode.PORT_INVALID, variable + " is not a number: " + text, e);
    }
    if (number < least || number > 65535) {
      throw new LaunchException(
          LaunchCode.PORT_INVALID, variable + " leads to " + number + ", which is not a port");
    }
    return number;
  }

  /** The number of that port. */
  public int number(PortName name) {
    return requireNonNull(numbers.get(name), "port is not chosen");
  }

  /** Refuses when another program already listens on that port of the loopback interface. */
  public void requireFree(PortName name) throws LaunchException {
    int number = number(name);
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
    } catch (IOException e) {
      throw new LaunchException(
          LaunchCode.PORT_TAKEN,
          "port %d (%s) is in use; set %s or SAFEHAND_PORT_OFFSET"
              .formatted(number, name, name.variable()),
          e);
    }
  }

  /**
   * Whether {@code line}, once written by {@link #toString}, names these numbers; ports that there
   * were not then do not matter.
   */
  public boolean agreesWith(String line) {
    return Set.of(toString().split(" ", -1)).containsAll(List.of(line.split(" ", -1)));
  }

  /** All ports as one line, stable in its order: {@code POSTGRES=15432 KEYCLOAK=8180 ...}. */
  @Override
  public String toString() {
    StringJoiner line = new StringJoiner(" ");
    numbers.forEach((name, number) -> line.add(name + "=" + number));
    return line.toString();
  }
}
