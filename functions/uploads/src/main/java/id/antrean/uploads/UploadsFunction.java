package id.antrean.uploads;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import id.antrean.gateway.Api;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.QueueListener;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What Lambda calls. */
@Startup
@Singleton
public class UploadsFunction {
  private final Api api;
  private final VerifyUpload verify;
  private final EventLog log;
  private final Clock clock;

  UploadsFunction(Api api, VerifyUpload verify, EventLog log, Clock clock) {
    this.api = api;
    this.verify = verify;
    this.log = log;
    this.clock = clock;
  }

  @Funq("uploads")
  public APIGatewayProxyResponseEvent uploads(APIGatewayProxyRequestEvent event) {
    return api.handle(event);
  }

  /** A batch of the upload queue's messages; those it answers come again. */
  @Funq("verification")
  public SQSBatchResponse verification(SQSEvent batch) {
    return new QueueListener("uploads", new UploadBatch(verify, log, clock), log).receive(batch);
  }
}
