package id.antrean.stack;

import id.antrean.stack.function.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Where the stack's state lies: a folder that is kept, used by one stack at a time, or a passing
 * one.
 */
final class StateFolder implements AutoCloseable {
  private final Path path;
  private final Optional<FileChannel> lock;

  private StateFolder(Path path, Optional<FileChannel> lock) {
    this.path = path;
    this.lock = lock;
  }

  static StateFolder open(Optional<Path> data) {
    try {
      return data.isPresent() ? kept(data.get().toAbsolutePath()) : passing();
    } catch (IOException e) {
      throw new StackException("The state folder cannot be used: " + e.getMessage(), e);
    }
  }

  private static StateFolder passing() throws IOException {
    return new StateFolder(Files.createTempDirectory("antrean-stack"), Optional.empty());
  }

  private static StateFolder kept(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new StateFolder(folder, Optional.of(channel));
      }
    } catch (OverlappingFileLockException e) {
      // Held within this very process; refused like any other holder.
    }
    channel.close();
    throw new StackException("The folder " + folder + " is in use by another running stack.");
  }

  Path path() {
    return path;
  }

  /** Whether something was marked as done in this state. */
  boolean has(String mark) {
    return Files.exists(path.resolve(mark));
  }

  /** Marks something as done for as long as the state is kept. */
  void mark(String mark) {
    try {
      Files.createFile(path.resolve(mark));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      if (lock.isPresent()) {
        lock.get().close();
      } else {
        Folders.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
