package id.antrean.cli.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** When what a package is made of was last changed; a folder changes when a file is deleted. */
final class Sources extends SimpleFileVisitor<Path> {
  private final Path place;
  private FileTime newest = FileTime.fromMillis(0);

  private Sources(Path place) {
    this.place = place;
  }

  /** The latest change in any of these folders or files. */
  static FileTime newest(List<Path> places) {
    return places.stream().map(Sources::newestIn).max(FileTime::compareTo).orElseThrow();
  }

  private static FileTime newestIn(Path place) {
    Sources sources = new Sources(place);
    try {
      Files.walkFileTree(place, sources);
      return sources.newest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When that file was last written. */
  static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    look(folder, attributes);
    return folder.endsWith("target") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    look(file, attributes);
    return FileVisitResult.CONTINUE;
  }

  private void look(Path one, BasicFileAttributes attributes) {
    boolean source =
        one.endsWith("pom.xml") || place.relativize(one).toString().contains("src/main");
    if (source && attributes.lastModifiedTime().compareTo(newest) > 0) {
      newest = attributes.lastModifiedTime();
    }
  }
}
