package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.application.Refusal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a refusal tells beside its sentence is what the contract promises: all of it, no more. */
class PromisedMembersTest {
  private static final ProblemSchemas CONTRACT = ProblemSchemas.read();

  static Stream<Refusal> refusals() {
    return SayingNoTest.refusals();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aRefusalHasTheMembersThatTheContractPromises(Refusal refusal) {
    Problem problem = Refusals.problem(refusal);
    Map<String, Set<String>> promised = CONTRACT.membersOf(problem.type().word());
    assertThat(promised).as("schemas of " + problem.type()).isNotEmpty();
    assertThat(promised)
        .allSatisfy((schema, members) -> assertThat(told(problem)).as(schema).isEqualTo(members));
  }

  /** All but what every problem has. */
  private static Set<String> told(Problem problem) {
    JsonNode body = problem.answer(Language.ENGLISH, "request-1").body();
    return Objects.requireNonNull(body)
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(member -> !ProblemSchemas.COMMON.contains(member))
        .collect(Collectors.toSet());
  }

  @Test
  void everyMemberOfASharedSchemaSaysWhoseItIs() {
    assertThat(CONTRACT.membersOfNobody()).isEmpty();
  }
}
