package id.antrean.uploads;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.Recency;
import id.antrean.domain.Unavailable;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.ProtectedNik;
import id.antrean.domain.applicant.Sex;
import id.antrean.domain.application.Application;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.InspectFile;
import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.NewDocumentId;
import id.antrean.domain.document.SignFileRequest;
import id.antrean.domain.document.SignedRequest;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.gateway.Api;
import id.antrean.gateway.Caller;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.Origins;
import id.antrean.gateway.Role;
import id.antrean.memory.Faults;
import id.antrean.memory.MemoryApplications;
import id.antrean.memory.MemoryUses;
import id.antrean.memory.MovableTime;
import id.antrean.memory.World;
import id.antrean.uploads.VerifyUpload.Arrived;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole function around stores in memory, with one application. A token is the account. */
final class House {
  static final ApplicationId ID = new ApplicationId("AAAAAAAAAAAAAAAA");
  static final Actor.Applicant SITI = new Actor.Applicant("siti");
  private static final ObjectMapper JSON = new ObjectMapper();

  final Faults faults = new Faults();
  final World world = new World(Instant.parse("2026-11-23T02:00:00Z"), faults);
  final MemoryFiles files = new MemoryFiles();
  final ByteArrayOutputStream log = new ByteArrayOutputStream();
  Inspection inspection = new Inspection.Sound();
  InspectFile inspect = (declared, content) -> inspection;

  final VerifyUpload verify;
  final UploadsFunction function;
  private final Api api;

  House() {
    MemoryApplications applications = world.applications;
    MovableTime clock = world.time;
    has(ID, SITI);
    EventLog events =
        new EventLog(new PrintStream(log, true, StandardCharsets.UTF_8), clock, "tried");
    verify =
        new VerifyUpload(
            applications,
            applications,
            files,
            (type, content) -> inspect.inspect(type, content),
            events,
            new Recency(clock::nanos, clock),
            clock);
    api =
        new DocumentRoutes(
                new DeclareDocument(
                    applications,
                    applications,
                    files,
                    new CountedIds(),
                    content -> String.join("|", content),
                    applications,
                    new SpendAllowance(new MemoryUses(), clock),
                    clock),
                new RemoveDocument(applications, applications, files, clock),
                applications,
                new PlainUrls(),
                clock)
            .on(
                new Api(
                    token -> Optional.of(new Caller(token, Set.of(Role.APPLICANT), null)),
                    events,
                    Origins.NONE));
    function = new UploadsFunction(api, verify, events, clock);
  }

  /** A draft of that account's, for the same person. */
  void has(ApplicationId id, Actor.Applicant owner) {
    world.has(
        Application.register(
            id,
            owner,
            new PassportRequest(PassportRequest.Kind.NEW, PassportRequest.Type.ELECTRONIC, 10),
            new Applicant(
                new ProtectedNik("************0001", "lookup", "sealed"),
                "SITI AMINAH",
                "SERANG",
                LocalDate.of(1995, 7, 1),
                Sex.FEMALE,
                "+6281200000001",
                null,
                null,
                List.of()),
            Identity.pending(),
            world.time.instant(),
            null));
  }

  Application application() {
    return world.see(ID);
  }

  /** So many times another request changes an application between a decision and its write. */
  void isOvertaken(int times) {
    for (int i = 0; i < times; i++) {
      faults.before("save", () -> world.has(world.see(ID).fence()));
    }
  }

  /** Declares a file with that content. */
  Reply declare(String kind, String content) {
    return declare(kind, content, Map.of());
  }

  Reply declare(String kind, String content, Map<String, String> headers) {
    return declare("siti", ID, kind, content, headers);
  }

  Reply declare(
      String account, ApplicationId id, String kind, String content, Map<String, String> headers) {
    return call(
        account,
        "POST",
        "/applications/{id}/documents",
        Map.of("id", id.value()),
        declaration(kind, "image/jpeg", content),
        headers);
  }

  static String declaration(String kind, String type, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return "{\"kind\":\"%s\",\"contentType\":\"%s\",\"size\":%d,\"sha256\":\"%s\"}"
        .formatted(kind, type, bytes.length, sha256(bytes));
  }

  private static String sha256(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Declares, uploads, and delivers the event. */
  String upload(String kind, String content) {
    String id = sends(kind, content);
    verify(id);
    return id;
  }

  /** Declares and uploads; the event is still to come. */
  String sends(String kind, String content) {
    String id = declare(kind, content).id();
    arrive(id, content);
    return id;
  }

  void verify(String id) {
    verify
        .verify(ID, List.of(new Arrived(new DocumentId(id), 1)))
        .values()
        .forEach(
            again -> {
              throw again;
            });
  }

  void arrive(String id, String content) {
    files.incoming.put(new DocumentId(id), content.getBytes(StandardCharsets.UTF_8));
  }

  Document document(String id) {
    return application().dossier().document(new DocumentId(id)).orElseThrow();
  }

  Reply one(String id) {
    return on("siti", "GET", id, Map.of());
  }

  Reply remove(String id, Map<String, String> headers) {
    return on("siti", "DELETE", id, headers);
  }

  Reply on(String account, String method, String id, Map<String, String> headers) {
    return call(
        account,
        method,
        "/applications/{id}/documents/{documentId}",
        Map.of("id", ID.value(), "documentId", id),
        null,
        headers);
  }

  Reply call(
      String account,
      String method,
      String resource,
      Map<String, String> path,
      @Nullable String body,
      Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Authorization", "Bearer " + account);
    headers.put("Accept-Language", "en");
    headers.put("Content-Type", "application/json");
    return new Reply(
        api.handle(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod(method)
                .withResource(resource)
                .withPathParameters(path)
                .withHeaders(headers)
                .withBody(body)));
  }

  void event(String body) {
    event(body, 1);
  }

  /** Throws where the message has to come again. */
  void event(String body, int received) {
    if (!comesAgain(message("m-1", body, received)).isEmpty()) {
      throw new Unavailable("the message comes again");
    }
  }

  /** The ids of those messages of a batch that come again. */
  List<String> comesAgain(SQSMessage... batch) {
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(batch));
    return function.verification(event).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  static SQSMessage message(String id, String body, int received) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    message.setAttributes(Map.of("ApproximateReceiveCount", String.valueOf(received)));
    return message;
  }

  /** What the store says of files that arrived for these documents, in one message. */
  static String arrivals(String... ids) {
    return Stream.of(ids)
        .map(id -> "{\"s3\":{\"object\":{\"key\":\"incoming/" + ID + "/" + id + "\"}}}")
        .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
  }

  record Reply(int status, Map<String, String> headers, String body) {
    Reply(APIGatewayProxyResponseEvent event) {
      this(event.getStatusCode(), event.getHeaders(), event.getBody());
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      }
    }

    String id() {
      return json().path("id").asText();
    }

    List<String> pointers() {
      List<String> pointers = new ArrayList<>();
      json().path("errors").forEach(error -> pointers.add(error.path("pointer").asText()));
      return pointers;
    }
  }

  private static final class PlainUrls implements SignFileRequest {
    @Override
    public SignedRequest upload(ApplicationId application, Document document) {
      return new SignedRequest(
          "PUT",
          "https://store/incoming/" + document.id(),
          Map.of("Content-Type", document.contentType().mediaType()),
          Duration.ofMinutes(5));
    }

    @Override
    public SignedRequest download(ApplicationId application, Document document) {
      return new SignedRequest(
          "GET", "https://store/documents/" + document.id(), Map.of(), Duration.ofMinutes(5));
    }
  }

  private static final class CountedIds implements NewDocumentId {
    private int made;

    @Override
    public DocumentId unguessable() {
      return new DocumentId(String.format("random%010d", ++made));
    }
  }
}
