package io.regcontract.report.allure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The one file of an Allure report. It holds every file that a report of many files would have, in base64: nine
 * tenths of it say the same again and again. Packed they are a tenth of the size, and the page unpacks them when it
 * is opened.
 */
final class SinglePage {

    private static final String BEFORE = "<script defer>";
    private static final String FILES = "Promise.allSettled([";
    private static final String BEHIND = "]).then(function(){window.reportDataReady = true;})";
    private static final String END = "</script>";
    private static final String FILE = "d('";

    private final String head;
    private final List<Part> parts;
    private final String tail;

    /** A file within the report. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Part(String name, byte[] content) {}

    private SinglePage(String head, List<Part> parts, String tail) {
        this.head = head;
        this.parts = parts;
        this.tail = tail;
    }

    /** Reads the page as Allure 2 writes it; empty when it is of another version, which is left as it is. */
    static Optional<SinglePage> read(Path file) throws IOException {
        // Byte for byte: only what is known is looked at, all else stays as it is.
        var page = Files.readString(file, StandardCharsets.ISO_8859_1);
        int files = page.lastIndexOf(FILES);
        int behind = page.indexOf(BEHIND, Math.max(0, files));
        int before = page.lastIndexOf(BEFORE, Math.max(0, files));
        int end = page.indexOf(END, Math.max(0, behind));
        if (files < 0 || behind < 0 || before < 0 || end < 0) {
            return Optional.empty();
        }
        return parts(page, files + FILES.length(), behind)
                .map(parts -> new SinglePage(page.substring(0, before), parts, page.substring(end + END.length())));
    }

    private static Optional<List<Part>> parts(String page, int from, int to) {
        var parts = new ArrayList<Part>();
        int at = page.indexOf(FILE, from);
        while (at >= 0 && at < to) {
            int name = at + FILE.length();
            int comma = page.indexOf("','", name);
            int end = page.indexOf("')", comma);
            if (comma < 0 || end < 0 || end > to) {
                return Optional.empty();
            }
            try {
                parts.add(new Part(
                        page.substring(name, comma), Base64.getDecoder().decode(page.substring(comma + 3, end))));
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
            at = page.indexOf(FILE, end);
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }

    /** The page with another content of one of its files, where it has that file. */
    SinglePage with(String name, Function<byte[], byte[]> change) {
        return new SinglePage(
                head,
                parts.stream()
                        .map(part -> part.name().equals(name) ? new Part(name, change.apply(part.content())) : part)
                        .toList(),
                tail);
    }

    /** Writes the files below one directory of the report to a directory, where the next report finds them. */
    void extract(String directory, Path target) throws IOException {
        for (var part : parts) {
            var name = part.name();
            // A name comes from a file: it must not lead out of the directory.
            if (name.startsWith(directory + "/")
                    && name.substring(directory.length() + 1).matches("[A-Za-z0-9_-]+\\.json")) {
                Files.createDirectories(target);
                Files.write(target.resolve(name.substring(directory.length() + 1)), part.content());
            }
        }
    }

    /** Writes the page, packed. Whole or not at all: half of a report opens and shows nothing. */
    void write(Path file) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".tmp");
        try (var page = Files.newOutputStream(draft)) {
            page.write(head.getBytes(StandardCharsets.ISO_8859_1));
            page.write("<script id=\"packed\" type=\"text/plain\">".getBytes(StandardCharsets.US_ASCII));
            page.write(Base64.getEncoder().encode(packed()));
            page.write("</script>\n<script>\n".getBytes(StandardCharsets.US_ASCII));
            page.write(unpacking());
            page.write("</script>".getBytes(StandardCharsets.US_ASCII));
            page.write(tail.getBytes(StandardCharsets.ISO_8859_1));
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A line of JSON with names and lengths, then all contents one after the other. */
    private byte[] packed() throws IOException {
        var list = JsonNodeFactory.instance.arrayNode();
        parts.forEach(part -> list.addArray().add(part.name()).add(part.content().length));
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes, 1 << 16)) {
            packed.write(JsonMapper.shared().writeValueAsBytes(list));
            packed.write('\n');
            for (var part : parts) {
                packed.write(part.content());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] unpacking() throws IOException {
        try (InputStream script = SinglePage.class.getResourceAsStream("unpack.js")) {
            if (script == null) {
                throw new IllegalStateException("unpack.js is missing from the jar of reports");
            }
            return script.readAllBytes();
        }
    }
}
