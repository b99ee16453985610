package id.antrean.counter;

import id.antrean.aws.Environment;
import id.antrean.aws.counter.DynamoLines;
import id.antrean.aws.counter.DynamoTickets;
import id.antrean.aws.counter.RandomTicketCodes;
import id.antrean.aws.counter.RandomTicketSeeds;
import id.antrean.aws.counter.RotatingTicketSecrets;
import id.antrean.aws.counter.SignedTickets;
import id.antrean.aws.counter.TicketSecretVersions;
import id.antrean.aws.counter.TriedTicketSeeds;
import id.antrean.aws.documents.S3FileRequests;
import id.antrean.aws.secrets.RotatingSecret;
import id.antrean.counter.view.AppointmentDetailsView;
import id.antrean.counter.view.CalledPersonView;
import id.antrean.counter.view.CheckInView;
import id.antrean.counter.view.DisplayView;
import id.antrean.counter.view.TicketKeysView;
import id.antrean.counter.view.TicketView;
import id.antrean.counter.view.VisitEndView;
import id.antrean.domain.counter.KeepLine;
import id.antrean.domain.counter.KeepTicketSecret;
import id.antrean.domain.counter.KeepTickets;
import id.antrean.domain.counter.NewTicketCode;
import id.antrean.domain.counter.NewTicketSeed;
import id.antrean.domain.counter.TryTicketSeed;
import id.antrean.domain.counter.Visitor;
import id.antrean.domain.document.SignFileRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** What these functions add to what all have. */
@RegisterForReflection(
    targets = {
      TicketView.class,
      TicketKeysView.class,
      CheckInView.class,
      CalledPersonView.class,
      DisplayView.class,
      VisitEndView.class,
      AppointmentDetailsView.class,
      RotationRequest.class,
      Visitor.Place.class
    })
class Wiring {

  @Singleton
  KeepLine lines(DynamoDbClient dynamo) {
    return new DynamoLines(dynamo, Environment.text("COUNTER_TABLE"));
  }

  @Singleton
  KeepTickets tickets(DynamoDbClient dynamo) {
    return new DynamoTickets(dynamo, Environment.text("COUNTER_TABLE"));
  }

  @Singleton
  NewTicketCode codes() {
    return new RandomTicketCodes();
  }

  @Singleton
  SignedTickets signatures(SecretsManagerClient secrets, Clock clock) {
    return new SignedTickets(
        new RotatingTicketSecrets(
            new RotatingSecret(secrets, Environment.text("TICKET_SECRET_ID"), clock),
            Environment.seconds("FORMER_TICKET_KEY_SECONDS")));
  }

  @Singleton
  KeepTicketSecret ticketSecret(SecretsManagerClient secrets) {
    return new TicketSecretVersions(secrets, Environment.text("TICKET_SECRET_ID"));
  }

  @Singleton
  NewTicketSeed seeds() {
    return new RandomTicketSeeds();
  }

  @Singleton
  TryTicketSeed seedsTried() {
    return new TriedTicketSeeds();
  }

  @Singleton
  SignFileRequest files(S3Presigner presigner) {
    return new S3FileRequests(
        presigner, Environment.text("DOCUMENTS_BUCKET"), Environment.seconds("UPLOAD_URL_SECONDS"));
  }
}
