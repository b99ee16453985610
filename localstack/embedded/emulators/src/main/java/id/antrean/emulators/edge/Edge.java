package id.antrean.emulators.edge;

import id.antrean.emulators.access.Access;
import id.antrean.emulators.access.Accesses;
import id.antrean.emulators.access.Denial;
import id.antrean.emulators.access.Permissions;
import id.antrean.emulators.calls.AwsAnswer;
import id.antrean.emulators.calls.AwsCall;
import id.antrean.emulators.calls.AwsError;
import id.antrean.emulators.calls.AwsService;
import id.antrean.emulators.calls.Onlooker;
import id.antrean.emulators.calls.Service;
import id.antrean.emulators.faults.FaultKind;
import id.antrean.emulators.faults.Faults;
import id.antrean.emulators.faults.FaultyAnswers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings a call to its service, and on the way lets happen the fault that is in force for it. A
 * call for a service that is still starting waits for it.
 */
public final class Edge {

  private final Map<Service, CompletableFuture<AwsService>> services = new ConcurrentHashMap<>();
  private final Faults faults;
  private volatile Permissions permissions = Permissions.ALL;
  private volatile Onlooker onlooker = Onlooker.NOBODY;

  /** An edge with no service behind it yet. */
  public Edge(Faults faults) {
    this.faults = faults;
  }

  /** Puts a service behind the edge. */
  public void serve(Service service, AwsService answering) {
    behind(service).complete(answering);
  }

  /** From now on callers may do that and nothing else. */
  public void allow(Permissions allowed) {
    permissions = allowed;
  }

  /** From now on somebody sees each call that reaches a service. */
  public void watch(Onlooker watching) {
    onlooker = watching;
  }

  /** The answer; empty: the connection is to be closed without one. */
  public Optional<AwsAnswer> answer(AwsCall call) {
    Optional<AwsAnswer> refused = call.caller().flatMap(caller -> refused(caller, call));
    if (refused.isPresent()) {
      return refused;
    }
    Optional<FaultKind> fault = faults.meet(call);
    if (fault.isEmpty()) {
      return Optional.of(served(call));
    }
    return switch (fault.get()) {
      case DROP_REQUEST -> Optional.empty();
      case DROP_ANSWER -> {
        served(call);
        yield Optional.empty();
      }
      case THROTTLE -> {
        onlooker.turnedAway(call);
        yield Optional.of(FaultyAnswers.throttled(call));
      }
      case CONFLICT -> Optional.of(FaultyAnswers.conflict(call));
      case ERROR -> Optional.of(FaultyAnswers.failed(call));
      case MISSING -> Optional.of(FaultyAnswers.missing(call));
    };
  }

  private Optional<AwsAnswer> refused(String caller, AwsCall call) {
    for (Access access : Accesses.of(call)) {
      if (!permissions.allow(caller, access)) {
        return Optional.of(
            AwsAnswer.error(
                AwsError.badRequest("AccessDeniedException", Denial.of(caller, access))));
      }
    }
    return Optional.empty();
  }

  private AwsAnswer served(AwsCall call) {
    try {
      return onlooker.see(call, behind(call.service()).join());
    } catch (AwsError e) {
      return AwsAnswer.error(e);
    }
  }

  private CompletableFuture<AwsService> behind(Service service) {
    return services.computeIfAbsent(service, any -> new CompletableFuture<>());
  }
}
