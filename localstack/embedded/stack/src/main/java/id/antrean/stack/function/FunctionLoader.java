package id.antrean.stack.function;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;

/**
 * A function's own classes over its own code package: nothing of the stack, nothing of another's.
 */
final class FunctionLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final FunctionLog log;

  FunctionLoader(String name, URL[] classPath, FunctionLog log) {
    super(name, classPath, ClassLoader.getPlatformClassLoader());
    this.log = log;
  }

  FunctionLog log() {
    return log;
  }

  void setVariables(Map<String, String> variables) throws ReflectiveOperationException {
    loadClass(FunctionVariables.class.getName())
        .getMethod("set", Map.class)
        .invoke(null, Map.copyOf(variables));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.equals(FunctionVariables.class.getName())) {
      return super.findClass(name);
    }
    try (InputStream in = FunctionVariables.class.getResourceAsStream("FunctionVariables.class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
