package id.antrean.acceptance;

import id.antrean.acceptance.stack.RunningStack;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the stack: one for the whole session, started when the first test asks for it. */
final class StackExtension implements ParameterResolver, BeforeAllCallback, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(StackExtension.class);
  private static final Set<Class<?>> GIVEN = Set.of(Stack.class, TestsThatRan.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return GIVEN.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stack.class ? stack(context) : tests(context);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    tests(context).begins(context.getRequiredTestClass());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    stack(context).sandbox().repair();
  }

  private static TestsThatRan tests(ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .computeIfAbsent(TestsThatRan.class, key -> new TestsThatRan(), TestsThatRan.class);
  }

  private static Stack stack(ExtensionContext context) {
    // The launcher closes what is in this store when the session ends, after the last class.
    ExtensionContext.Store store = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
    RunningStack running =
        store.computeIfAbsent(
            RunningStack.class, key -> RunningStack.givenOrStarted(), RunningStack.class);
    return store.computeIfAbsent(Stack.class, key -> new Stack(running), Stack.class);
  }
}
