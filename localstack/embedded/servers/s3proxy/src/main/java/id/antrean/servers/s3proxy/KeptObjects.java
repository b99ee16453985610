package id.antrean.servers.s3proxy;

import java.nio.file.Path;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * Objects as files of a folder. S3Proxy's own file store answers 501 to an upload that names its
 * encryption, which its store in memory takes; both keep the name only and encrypt nothing.
 */
final class KeptObjects extends ForwardingBlobStore {

  KeptObjects(Path folder) {
    super(new FilesystemNio2BlobStore(folder.toString()));
  }

  @Override
  public boolean supportsServerSideEncryption() {
    return true;
  }

  @Override
  public boolean supportsBucketEncryption() {
    return true;
  }
}
