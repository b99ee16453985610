package id.antrean.stack.function;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A started function: its handler object and the method that takes events. */
record Handler(FunctionSpec spec, FunctionLoader loader, Object instance, Method method) {

  /** Loads the handler's class and makes its instance, which starts the function. */
  static Handler start(FunctionSpec spec, FunctionLoader loader)
      throws ReflectiveOperationException {
    String[] parts = spec.handler().split("::", 2);
    Class<?> type = Class.forName(parts[0], true, loader);
    Method method = streamMethod(type, parts.length == 2 ? parts[1] : "handleRequest");
    return new Handler(spec, loader, type.getConstructor().newInstance(), method);
  }

  private static Method streamMethod(Class<?> type, String name) throws NoSuchMethodException {
    for (Method method : type.getMethods()) {
      Class<?>[] parameters = method.getParameterTypes();
      if (method.getName().equals(name)
          && parameters.length == 3
          && parameters[0] == InputStream.class
          && parameters[1] == OutputStream.class) {
        return method;
      }
    }
    throw new NoSuchMethodException(
        type.getName() + " has no method " + name + "(InputStream, OutputStream, Context)");
  }

  void handle(InputStream event, OutputStream answer) throws Throwable {
    try {
      method.invoke(instance, event, answer, LambdaContext.create(spec, loader));
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
