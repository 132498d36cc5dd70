package io.regcontract.traffic.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at the beginning of a file. */
final class FormatProbe {

    static final int LOOKS_AT = 64 * 1024;

    private static final Set<String> OF_AN_EXCHANGE = Set.of("format", "at", "millis", "request", "response");
    private static final Pattern FIRST_KEY = Pattern.compile("\\s*\\{\\s*\"([^\"\\\\]{0,60})\"\\s*:");
    private static final Pattern HEADER_OF_A_RECORD =
            Pattern.compile("\\s*\\{[^\\n]{0,200}\"format\"\\s*:\\s*\"regcontract/observation/");

    private FormatProbe() {}

    static FileFormat of(InputStream in, String name) throws IOException {
        in.mark(LOOKS_AT);
        var bytes = in.readNBytes(LOOKS_AT);
        in.reset();
        refuse(bytes);
        var head = new String(bytes, StandardCharsets.ISO_8859_1);
        if (HEADER_OF_A_RECORD.matcher(head).lookingAt()) {
            return FileFormat.RECORD;
        }
        var first = FIRST_KEY.matcher(head);
        if (first.lookingAt() && OF_AN_EXCHANGE.contains(first.group(1))) {
            return FileFormat.LINES;
        }
        if (first.lookingAt() && first.group(1).equals("log")) {
            return FileFormat.HAR;
        }
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".ndjson") || lower.endsWith(".jsonl") ? FileFormat.LINES : FileFormat.HAR;
    }

    private static void refuse(byte[] head) throws BrokenFileException {
        if (head.length == 0) {
            throw new BrokenFileException("is empty.");
        }
        if (begins(head, 0xff, 0xfe)
                || begins(head, 0xfe, 0xff)
                || (head.length > 1 && head[1] == 0 && head[0] == '{')) {
            throw new BrokenFileException("is written in UTF-16: save it as UTF-8.");
        }
        if (begins(head, 'P', 'K')) {
            throw new BrokenFileException("is a ZIP archive: unpack it, or export HAR 1.2.");
        }
        if (begins(head, '<')) {
            throw new BrokenFileException("is no JSON but a page or XML: export HAR 1.2.");
        }
        int first = first(head);
        if (first != '{' && first != '[') {
            throw new BrokenFileException(
                    "is no JSON: name a HAR, a file with an exchange on each line, or the record of a" + " run.");
        }
    }

    private static int first(byte[] head) {
        for (byte each : head) {
            if (each != ' ' && each != '\n' && each != '\r' && each != '\t') {
                return each;
            }
        }
        return 0;
    }

    private static boolean begins(byte[] head, int... bytes) {
        for (int index = 0; index < bytes.length; index++) {
            if (index >= head.length || (head[index] & 0xff) != bytes[index]) {
                return false;
            }
        }
        return true;
    }
}
