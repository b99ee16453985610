package id.antrean.uploads;

import com.oracle.svm.core.annotate.Delete;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * Leaves out of the native image what the S3 client has for transfers by AWS's Common Runtime. They
 * need a library that is not here, since files of 10 MB come and go in one piece; Quarkus registers
 * every interceptor of the SDK nonetheless, and this one names a class of that library. Mended in
 * quarkus-amazon-services by its pull request 1955, which 3.12.1 has not.
 */
@Delete
@TargetClass(
    className =
        "software.amazon.awssdk.services.s3.internal.crt.DefaultS3CrtAsyncClient$AttachHttpAttributesExecutionInterceptor")
final class WithoutParallelTransfers {
  private WithoutParallelTransfers() {}
}
