package id.antrean.stack.watch;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What CloudWatch reckons from metrics, as far as the template needs it: arithmetic, comparisons,
 * {@code AND}, {@code OR}, {@code IF} and {@code FILL} with a number.
 */
record Formula(String text) {
  private static final ExpressionConfiguration WORDS =
      ExpressionConfiguration.builder()
          .build()
          .withAdditionalFunctions(Map.entry("FILL", new Fill()));

  /** What stands for a period in which nothing was measured. */
  @FunctionParameter(name = "metric")
  @FunctionParameter(name = "otherwise")
  static final class Fill extends AbstractFunction {
    @Override
    public EvaluationValue evaluate(
        Expression expression, Token place, EvaluationValue... parameters) {
      return parameters[0].isNullValue() ? parameters[1] : parameters[0];
    }
  }

  /**
   * Its value; empty where something that it needs was not measured.
   *
   * @throws IllegalArgumentException where it says what is not known here
   */
  OptionalDouble apply(Map<String, OptionalDouble> measured) {
    Expression expression =
        new Expression(text.replace(" AND ", " && ").replace(" OR ", " || "), WORDS);
    measured.forEach(
        (name, value) -> expression.with(name, value.isPresent() ? value.getAsDouble() : null));
    try {
      EvaluationValue value = expression.evaluate();
      return value.isNullValue()
          ? OptionalDouble.empty()
          : OptionalDouble.of(
              value.isBooleanValue()
                  ? (value.getBooleanValue() ? 1 : 0)
                  : value.getNumberValue().doubleValue());
    } catch (EvaluationException missing) {
      if (measured.values().stream().allMatch(OptionalDouble::isPresent)) {
        throw new IllegalArgumentException(text + ": " + missing.getMessage(), missing);
      }
      return OptionalDouble.empty();
    } catch (ParseException unknown) {
      throw new IllegalArgumentException(text + ": " + unknown.getMessage(), unknown);
    }
  }
}
