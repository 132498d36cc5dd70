package io.regcontract.endtoend;

import io.regcontract.check.answer.Answer.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An answer on its way from the service to the suite. */
record Reply(int status, List<Header> headers, byte[] body) {

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean isAFailure() {
        return text().contains("\"stat\":\"error\"");
    }

    Reply saying(String text) {
        return new Reply(status, headers, text.getBytes(StandardCharsets.UTF_8));
    }

    Reply with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Reply(status, more, body);
    }

    /** With another text in a member of the body, as JSON writes it; as it was where the body has no such member. */
    Reply with(String member, Json value) {
        return saying(text().replaceFirst(
                        "\"" + member + "\":\"[^\"]*\"",
                        "\"" + member + "\":\""
                                + value.text().replace("\\", "\\\\").replace("$", "\\$") + "\""));
    }

    /** What stands between quotation marks, escapes and all. */
    record Json(String text) {}
}
