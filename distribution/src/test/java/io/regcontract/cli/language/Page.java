package io.regcontract.cli.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A page of the documentation, for its fenced blocks of code. */
record Page(Path file, String text) {

    static Page of(String path) throws IOException {
        var file = Path.of(System.getProperty("regcontract.root"), path);
        return new Page(file, Files.readString(file));
    }

    /**
     * The code of a language.
     *
     * @throws AssertionError unless there is exactly one block of it
     */
    String code(String language) {
        var blocks = Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(block -> block.group(1))
                .toList();
        if (blocks.size() != 1) {
            throw new AssertionError(file + " has " + blocks.size() + " blocks of " + language + ", and not one");
        }
        return blocks.get(0);
    }

    /** The words of the shell command that is the code of the page, without line breaks. */
    List<String> command() {
        return List.of(code("sh").replace("\\\n", " ").strip().split("\\s+", -1));
    }
}
