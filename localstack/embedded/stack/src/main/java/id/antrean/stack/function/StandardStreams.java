package id.antrean.stack.function;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Sends what functions print to their own logs: a thread belongs to the function whose loader is
 * its context class loader. Installed once for the JVM; all other output passes through unchanged.
 */
final class StandardStreams {
  private static boolean installed;

  private StandardStreams() {}

  static synchronized void install() {
    if (!installed) {
      System.setOut(routed(System.out));
      System.setErr(routed(System.err));
      installed = true;
    }
  }

  private static PrintStream routed(PrintStream original) {
    return new PrintStream(new Router(original), true, StandardCharsets.UTF_8);
  }

  private static final class Router extends OutputStream {
    private final PrintStream original;

    Router(PrintStream original) {
      this.original = original;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (Thread.currentThread().getContextClassLoader() instanceof FunctionLoader loader) {
        loader.log().write(bytes, offset, length);
      } else {
        original.write(bytes, offset, length);
      }
    }

    @Override
    public void flush() {
      original.flush();
    }
  }
}
