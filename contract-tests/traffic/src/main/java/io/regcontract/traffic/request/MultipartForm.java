package io.regcontract.traffic.request;

import java.util.Map;
import java.util.regex.Pattern;

/** Reads a form that was sent in parts, as some clients do. */
final class MultipartForm {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";,\\s]+)");
    private static final Pattern NAME =
            Pattern.compile("(?i)content-disposition:[^\\r\\n]*?\\bname=\"([^\"\\r\\n]*)\"");

    private MultipartForm() {}

    /** Reads one; false where it cannot be read. */
    static boolean read(String text, String contentType, Map<String, String> into) {
        var boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return false;
        }
        // The type came in lower case; boundaries are compared as they are written.
        var parts = Pattern.compile("(?im)^--" + Pattern.quote(boundary.group(1)) + "(?:--)?[ \\t]*(?:\\r?\\n|$)")
                .split(text, -1);
        for (var part : parts) {
            int head = part.indexOf("\r\n\r\n");
            var gap = head < 0 ? "\n\n" : "\r\n\r\n";
            head = head < 0 ? part.indexOf("\n\n") : head;
            var name = NAME.matcher(part);
            if (head >= 0 && name.find() && name.start() < head) {
                into.putIfAbsent(
                        name.group(1), part.substring(head + gap.length()).replaceFirst("\\r?\\n$", ""));
            }
        }
        return true;
    }
}
