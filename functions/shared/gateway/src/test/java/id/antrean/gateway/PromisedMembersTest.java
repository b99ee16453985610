package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import java.util.Map;
import java.util.Set;
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
    Map<String, Set<String>> promised = CONTRACT.membersOf(problem.type());
    assertThat(promised).as("schemas of " + problem.type()).isNotEmpty();
    assertThat(promised)
        .allSatisfy(
            (schema, members) ->
                assertThat(problem.members().keySet()).as(schema).isEqualTo(members));
  }

  @Test
  void everyMemberOfASharedSchemaSaysWhoseItIs() {
    assertThat(CONTRACT.membersOfNobody()).isEmpty();
  }
}
