package id.antrean.stack.deploy;

import id.antrean.stack.template.Template;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What a bucket was called before its name began with its stack's: a data folder of that time has
 * its objects there, and the template's bucket goes on with them.
 */
final class FormerBucket {
  private static final String PREFIX = Template.STACK_NAME + "-";
  private static final String FORMER_PREFIX = "antrean-";

  private final S3Client s3;

  FormerBucket(S3Client s3) {
    this.s3 = s3;
  }

  /** Moves what is there, and what an interrupted start has left there. */
  void moveTo(String bucket) {
    if (!bucket.startsWith(PREFIX)) {
      return;
    }
    String former = FORMER_PREFIX + bucket.substring(PREFIX.length());
    if (exists(former)) {
      s3.listObjectsV2Paginator(request -> request.bucket(former)).contents().stream()
          .map(S3Object::key)
          .toList()
          .forEach(key -> move(key, former, bucket));
      s3.deleteBucket(request -> request.bucket(former));
    }
  }

  private void move(String key, String former, String bucket) {
    s3.copyObject(
        request ->
            request
                .sourceBucket(former)
                .sourceKey(key)
                .destinationBucket(bucket)
                .destinationKey(key));
    s3.deleteObject(request -> request.bucket(former).key(key));
  }

  private boolean exists(String bucket) {
    try {
      s3.headBucket(request -> request.bucket(bucket));
      return true;
    } catch (NoSuchBucketException e) {
      return false;
    }
  }
}
