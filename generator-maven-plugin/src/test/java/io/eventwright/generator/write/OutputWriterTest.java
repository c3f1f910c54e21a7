package io.eventwright.generator.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.model.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputWriterTest {

  @TempDir Path temporary;

  private Path root() {
    return temporary.resolve("out");
  }

  private WriteResult write(GeneratedFile... files) throws IOException {
    return new OutputWriter(root()).write(List.of(files));
  }

  private static GeneratedFile file(String path, String text) {
    return GeneratedFile.ofText(path, text);
  }

  @Test
  void writesWhatIsNew() throws IOException {
    WriteResult result = write(file("a/B.java", "b"), file("c", "c"));
    assertEquals(List.of("a/B.java", "c"), result.written());
    assertEquals("b", Files.readString(root().resolve("a/B.java")));
  }

  @Test
  void aSecondRunTouchesNothing() throws IOException {
    write(file("a/B.java", "b"));
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    for (String path : List.of("a/B.java", Manifest.NAME)) {
      Files.setLastModifiedTime(root().resolve(path), longAgo);
    }
    WriteResult result = write(file("a/B.java", "b"));
    assertEquals(List.of(), result.written());
    assertEquals(1, result.unchanged());
    assertEquals(longAgo, Files.getLastModifiedTime(root().resolve("a/B.java")));
    assertEquals(longAgo, Files.getLastModifiedTime(root().resolve(Manifest.NAME)));
  }

  @Test
  void removesWhatIsStaleAndTheFoldersThatItLeavesEmpty() throws IOException {
    write(file("old/Old.java", "o"), file("kept", "k"));
    WriteResult result = write(file("kept", "k"));
    assertEquals(List.of("old/Old.java"), result.removed());
    assertFalse(Files.exists(root().resolve("old")));
  }

  @Test
  void leavesTheUsersFilesAlone() throws IOException {
    write(file("a", "ours"));
    Files.writeString(root().resolve("theirs"), "theirs");
    write();
    assertEquals("theirs", Files.readString(root().resolve("theirs")));
    assertFalse(Files.exists(root().resolve("a")));
  }

  @Test
  void keepsAStaleFileThatSomebodyEdited() throws IOException {
    write(file("a", "ours"));
    Files.writeString(root().resolve("a"), "edited");
    assertEquals(List.of("a"), write().kept());
    assertEquals("edited", Files.readString(root().resolve("a")));
  }

  @Test
  void refusesToOverwriteWhatIsNotOursAndThenWritesNothing() throws IOException {
    Files.createDirectories(root());
    Files.writeString(root().resolve("theirs"), "theirs");
    WriteRefused refused =
        assertThrows(WriteRefused.class, () -> write(file("a", "a"), file("theirs", "ours")));
    assertTrue(refused.getMessage().contains("theirs was not written by us"));
    assertFalse(Files.exists(root().resolve("a")));
  }

  @Test
  void overwritesWhatAnEarlierRunWroteEvenWhenEdited() throws IOException {
    write(file("a", "one"));
    Files.writeString(root().resolve("a"), "edited");
    assertEquals(List.of("a"), write(file("a", "two")).written());
  }

  @Test
  void doesNotFollowALinkOutOfItsRoot() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Files.createDirectories(root());
    Files.createSymbolicLink(root().resolve("link"), outside);
    assertThrows(WriteRefused.class, () -> write(file("link/a", "a")));
    assertFalse(Files.exists(outside.resolve("a")));
  }

  @Test
  void doesNotRemoveOutsideWhateverTheManifestSays() throws IOException {
    write(file("a", "a"));
    Path outside = Files.writeString(temporary.resolve("outside"), "theirs");
    Files.writeString(
        root().resolve(Manifest.NAME),
        Manifest.hash(Files.readAllBytes(outside)) + " ../outside\n");
    assertThrows(WriteRefused.class, this::write);
    assertTrue(Files.exists(outside));
  }

  @Test
  void onePathIsClaimedOnce() {
    assertThrows(
        IllegalArgumentException.class, () -> write(file("a/Foo", "1"), file("a/foo", "2")));
  }

  @Test
  void aFolderInTheWayIsSaid() throws IOException {
    Files.createDirectories(root().resolve("a"));
    assertThrows(WriteRefused.class, () -> write(file("a", "a")));
  }
}
