package io.regcontract.suite.evidence;

import io.regcontract.check.answer.Answer;
import io.regcontract.suite.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Writes a request as a curl command that runs as it stands once the variables in it are set. */
final class Curl {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z0-9_]+}");

    private static final String BASIC = "Basic ";

    private final Redactor redactor;

    Curl(Redactor redactor) {
        this.redactor = redactor;
    }

    String command(SentRequest request) {
        var command = new StringBuilder("curl -sS -X ")
                .append(request.method())
                .append(' ')
                .append(quoted(request.url()));
        request.headers().forEach(header -> command.append(" \\\n  ").append(argument(header)));
        if (request.form().isEmpty() && !request.body().isEmpty()) {
            command.append(" \\\n  --data-raw ").append(quoted(request.body()));
        }
        request.form().forEach((name, value) -> command.append(" \\\n  --data-urlencode ")
                .append(quoted(name + "=" + value)));
        return command.toString();
    }

    /** HTTP Basic as curl takes it: the reader has the secret at hand, not its base64 form. */
    private String argument(Answer.Header header) {
        if (header.name().equalsIgnoreCase("Authorization") && header.value().startsWith(BASIC)) {
            try {
                var pair = Base64.getDecoder().decode(header.value().substring(BASIC.length()));
                return "-u " + quoted(new String(pair, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException noBase64) {
                return asItIs(header);
            }
        }
        return asItIs(header);
    }

    private String asItIs(Answer.Header header) {
        return "-H " + quoted(header.name() + ": " + header.value());
    }

    /** Quoted for a POSIX shell: in single quotes, or in double quotes where a variable must be expanded. */
    private String quoted(String raw) {
        var text = redactor.redact(raw);
        if (text.equals(raw)) {
            return "'" + text.replace("'", "'\\''") + "'";
        }
        var quoted = new StringBuilder("\"");
        var variables = VARIABLE.matcher(text);
        var done = 0;
        while (variables.find()) {
            quoted.append(escaped(text.substring(done, variables.start()))).append(variables.group());
            done = variables.end();
        }
        return quoted.append(escaped(text.substring(done))).append('"').toString();
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\\"$`])", "\\\\$1");
    }
}
