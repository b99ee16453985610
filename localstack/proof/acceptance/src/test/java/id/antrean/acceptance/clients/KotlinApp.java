package id.antrean.acceptance.clients;

import id.antrean.acceptance.files.UploadedFile;
import id.antrean.acceptance.people.DeclaredFile;
import id.antrean.acceptance.people.Registration;
import id.antrean.acceptance.stack.Json;
import id.antrean.client.kotlin.apis.ApplicationsApi;
import id.antrean.client.kotlin.apis.BookingApi;
import id.antrean.client.kotlin.apis.DocumentsApi;
import id.antrean.client.kotlin.apis.OfficesApi;
import id.antrean.client.kotlin.infrastructure.ApiClient;
import id.antrean.client.kotlin.infrastructure.ClientError;
import id.antrean.client.kotlin.infrastructure.ClientException;
import id.antrean.client.kotlin.infrastructure.Serializer;
import id.antrean.client.kotlin.models.Application;
import id.antrean.client.kotlin.models.AvailabilitySession;
import id.antrean.client.kotlin.models.Bill;
import id.antrean.client.kotlin.models.BookingRequest;
import id.antrean.client.kotlin.models.DeclaredDocument;
import id.antrean.client.kotlin.models.DocumentDeclaration;
import id.antrean.client.kotlin.models.FileType;
import id.antrean.client.kotlin.models.Problem;
import id.antrean.client.kotlin.models.RequiredDocument;
import id.antrean.client.kotlin.models.Upload;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import okhttp3.OkHttpClient;

/** An Android app's use of the generated Kotlin client, with its default serialiser. */
public final class KotlinApp {
  /** Whoever waits less than it does hears nothing of a function that was just starting. */
  private static final Duration AS_LONG_AS_THE_GATEWAY = Duration.ofSeconds(30);

  private final ApplicationsApi applications;
  private final DocumentsApi documents;
  private final BookingApi booking;
  private final OfficesApi offices;

  /** A call that may be refused. */
  public interface Call {
    void make() throws IOException;
  }

  /** An app of the bearer of this token. */
  public KotlinApp(URI api, String token) {
    ApiClient.Companion.setAccessToken(token);
    OkHttpClient http = new OkHttpClient.Builder().readTimeout(AS_LONG_AS_THE_GATEWAY).build();
    applications = new ApplicationsApi(api.toString(), http);
    documents = new DocumentsApi(api.toString(), http);
    booking = new BookingApi(api.toString(), http);
    offices = new OfficesApi(api.toString(), http);
  }

  public Application registers(Registration registration) throws IOException {
    return applications.register(
        read(Json.text(registration.json()), id.antrean.client.kotlin.models.Registration.class),
        null,
        null);
  }

  public Application looks(Application application) throws IOException {
    return applications.getApplication(application.getId(), null, null);
  }

  /** Declares the file for a paper and uploads it; what the store answers. */
  public int uploads(Application application, RequiredDocument paper, UploadedFile file)
      throws IOException {
    DeclaredDocument declared =
        documents.declareDocument(
            application.getId(),
            new DocumentDeclaration(
                paper.getKind(), FileType.imageSlashJpeg, file.bytes().length, file.sha256()),
            null,
            null);
    Upload upload = Objects.requireNonNull(declared.getUpload());
    return new DeclaredFile(declared.getId(), upload.getUrl(), upload.getHeaders())
        .upload(file.bytes());
  }

  public int offices() throws IOException {
    return offices.listOffices(null, null, null, null).getItems().size();
  }

  public AvailabilitySession finds(String office, String month, String sessionId)
      throws IOException {
    return offices.getAvailability(office, month, null, null, null).getDays().stream()
        .flatMap(day -> day.getSessions().stream())
        .filter(session -> session.getId().equals(sessionId))
        .findFirst()
        .orElseThrow();
  }

  public Application books(Application application, String sessionId) throws IOException {
    return booking.book(application.getId(), new BookingRequest(sessionId), null, null);
  }

  public Bill seesBill(Application application) throws IOException {
    return booking.getBill(application.getId(), null, null);
  }

  /** The refusal of a call, read without knowing which it is; one that is accepted is a fault. */
  public Problem isRefused(Call call) throws IOException {
    try {
      call.make();
    } catch (ClientException refused) {
      ClientError<?> answer = (ClientError<?>) Objects.requireNonNull(refused.getResponse());
      return read(String.valueOf(answer.getBody()), Problem.class);
    }
    throw new AssertionError("it was accepted");
  }

  private static <T> T read(String json, Class<T> type) throws IOException {
    return Objects.requireNonNull(Serializer.getMoshi().adapter(type).fromJson(json));
  }
}
