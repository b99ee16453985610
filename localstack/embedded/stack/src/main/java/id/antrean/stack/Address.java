package id.antrean.stack;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;

/**
 * The stack's address, bound before anything else starts, so that its URL is known and a busy port
 * is noticed at once.
 */
record Address(String host, ServerSocketChannel channel) implements AutoCloseable {

  static Address bind(String host, int port) {
    InetAddress address = resolve(host);
    try {
      ServerSocketChannel channel = ServerSocketChannel.open();
      try {
        channel.bind(new InetSocketAddress(address, port), 1024);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
      return new Address(host, channel);
    } catch (BindException e) {
      throw new BusyAddressException(unusable(host, port, e), e);
    } catch (IOException e) {
      throw new StackException(unusable(host, port, e), e);
    }
  }

  private static String unusable(String host, int port, IOException why) {
    return "Port %d on %s cannot be used (%s): stop what uses it, or choose another port."
        .formatted(port, host, why.getMessage());
  }

  private static InetAddress resolve(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      if (address.isAnyLocalAddress()) {
        throw new StackException(
            "The host "
                + host
                + " is no address that clients could use: give one of this machine.");
      }
      return address;
    } catch (UnknownHostException e) {
      throw new StackException("The host " + host + " is not known.", e);
    }
  }

  int port() {
    return channel.socket().getLocalPort();
  }

  /** Numeric, since a name would make S3 clients put the bucket before it. */
  String numericHost() {
    return channel.socket().getInetAddress().getHostAddress();
  }

  URI uri() {
    return URI.create("http://" + host + ":" + port());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
