package io.regcontract.drill.run;

import io.regcontract.drill.trial.Told;
import io.regcontract.drill.trial.ToldClaim;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file into which a command writes what it told, a claim a line. */
final class ToldFile implements AutoCloseable {

    private static final long LONGEST = 64 * 1024;
    private static final String NAME = "REGCONTRACT_TOLD_FILE";

    private final Path file;

    private ToldFile(Path file) {
        this.file = file;
    }

    /** An empty file that nobody else can read. */
    static ToldFile create() throws IOException {
        return new ToldFile(Files.createTempFile("regcontract-told", ".txt"));
    }

    Path path() {
        return file;
    }

    /** Reads what was written, and empties the file. */
    Told take() throws IOException {
        var claims = new ArrayList<ToldClaim>();
        var unreadable = new ArrayList<String>();
        for (var line : lines(unreadable)) {
            try {
                claims.add(ToldText.claim(line));
            } catch (IllegalArgumentException notUnderstood) {
                unreadable.add("What the command wrote to " + NAME + " is not understood: " + notUnderstood.getMessage()
                        + ".");
            }
        }
        Files.writeString(file, "");
        return new Told(claims, unreadable);
    }

    private List<String> lines(List<String> unreadable) throws IOException {
        if (!Files.isRegularFile(file)) {
            unreadable.add("The command has removed the file that " + NAME + " names.");
            return List.of();
        }
        if (Files.size(file) > LONGEST) {
            unreadable.add("What the command wrote to " + NAME + " is longer than 64 KiB.");
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (CharacterCodingException notUtf8) {
            unreadable.add("What the command wrote to " + NAME + " is not UTF-8.");
            return List.of();
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
