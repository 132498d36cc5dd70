package io.regcontract.report.render.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The look that pages of the project have in common. */
public final class PageStyle {

    private PageStyle() {}

    /**
     * The style sheet, for the inside of a style element.
     *
     * @throws IOException when the jar cannot be read
     */
    public static String text() throws IOException {
        return resource("page.css");
    }

    /** How a content security policy names a style or a script that it lets a page have, without the quotes. */
    public static String hash(String text) {
        try {
            return "sha256-"
                    + Base64.getEncoder()
                            .encodeToString(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    static String resource(String name) throws IOException {
        try (InputStream stream = PageStyle.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the jar of reports");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
