package id.antrean.stack;

import id.antrean.stack.function.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Where one stack's logs are: a folder of its own, named by its address, beside those of other
 * stacks. It is locked while the stack runs; of those whose stack has ended a few are kept.
 *
 * <p>A process loses its lock when it closes the locked file, however it had opened it: what it has
 * locked it neither opens again nor touches.
 */
public final class LogFolder implements AutoCloseable {
  private static final String LOCK = "in-use";
  private static final int KEPT = 4;

  /** What this process has locked. */
  private static final Set<Path> LOCKED = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final Path locked;
  private final FileChannel lock;

  private LogFolder(Path path, Path locked, FileChannel lock) {
    this.path = path;
    this.locked = locked;
    this.lock = lock;
  }

  static LogFolder of(Path all, Address address) throws IOException {
    boolean usual = address.host().equals("127.0.0.1");
    String name = (usual ? "" : address.host().replace(':', '_') + "-") + address.port();
    Path own = Files.createDirectories(all.resolve(name));
    FileChannel channel = open(own);
    Files.setLastModifiedTime(own.resolve(LOCK), FileTime.from(Instant.now()));
    // The address is bound, so whoever locked the folder has ended or is about to.
    channel.lock();
    Path locked = own.toRealPath();
    LOCKED.add(locked);
    for (Path former : logsIn(own)) {
      Files.deleteIfExists(former);
    }
    forgetOlder(all);
    return new LogFolder(own, locked, channel);
  }

  /** The folders of all stacks, the one that started last first. */
  public static List<Path> newestFirst(Path all) throws IOException {
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(all)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(LOCK)))
          .sorted(Comparator.comparing(LogFolder::started).reversed())
          .toList();
    }
  }

  /** The log files of one stack's folder. */
  public static List<Path> logsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
  }

  Path path() {
    return path;
  }

  private static void forgetOlder(Path all) throws IOException {
    int ended = 0;
    for (Path folder : newestFirst(all)) {
      if (isFree(folder) && ++ended > KEPT) {
        Folders.delete(folder);
      }
    }
  }

  private static boolean isFree(Path folder) throws IOException {
    if (LOCKED.contains(folder.toRealPath())) {
      return false;
    }
    try (FileChannel channel = open(folder)) {
      return channel.tryLock() != null;
    }
  }

  private static FileChannel open(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static FileTime started(Path folder) {
    try {
      return Files.getLastModifiedTime(folder.resolve(LOCK));
    } catch (IOException e) {
      return FileTime.from(Instant.EPOCH);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
    LOCKED.remove(locked);
  }
}
