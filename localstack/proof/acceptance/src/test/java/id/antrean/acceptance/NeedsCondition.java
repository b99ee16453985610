package id.antrean.acceptance;

import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Leaves out what the stack under test cannot do, and says why. */
final class NeedsCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), Needs.class).stream()
        .flatMap(needs -> Arrays.stream(needs.value()))
        .filter(ability -> !ability.isHere())
        .findFirst()
        .map(ability -> ConditionEvaluationResult.disabled(ability.reason()))
        .orElseGet(() -> ConditionEvaluationResult.enabled("the stack can do it"));
  }
}
