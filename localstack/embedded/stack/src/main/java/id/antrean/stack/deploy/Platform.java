package id.antrean.stack.deploy;

import id.antrean.stack.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the Lambda service itself puts into a function's environment.
 *
 * @param edge where the emulated services answer
 * @param s3 where S3 answers, as clients outside reach it
 * @param timeSource the file that tells by how much business time is ahead
 */
public record Platform(URI edge, URI s3, Path timeSource, String secretAccessKey) {

  /**
   * The platform's variables for one function. Its endpoint names the caller; S3's cannot, since
   * the path is signed, so there the access key does.
   */
  Map<String, String> variables(String logicalId, String name, String handler, int memory) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("AWS_REGION", Template.REGION);
    variables.put("AWS_DEFAULT_REGION", Template.REGION);
    variables.put("AWS_ACCESS_KEY_ID", logicalId);
    variables.put("AWS_SECRET_ACCESS_KEY", secretAccessKey);
    variables.put("AWS_LAMBDA_FUNCTION_NAME", name);
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(memory));
    variables.put("_HANDLER", handler);
    variables.put("TZ", ":UTC");
    variables.put("AWS_ENDPOINT_URL", edge + "/from/" + logicalId);
    variables.put("AWS_ENDPOINT_URL_S3", s3.toString());
    variables.put("TIME_SOURCE", timeSource.toString());
    return variables;
  }
}
