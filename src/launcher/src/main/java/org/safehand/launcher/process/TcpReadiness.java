package org.safehand.launcher.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * Ready as soon as something listens.
 *
 * @param port a port of the loopback interface
 */
public record TcpReadiness(int port) implements Readiness {
  @Override
  public boolean ready() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
