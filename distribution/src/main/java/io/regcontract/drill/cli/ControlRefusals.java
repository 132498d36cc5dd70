package io.regcontract.drill.cli;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.text.ServiceText;
import java.util.Map;
import java.util.regex.Pattern;

/** What a control plane says of a call, in the words of the command line. */
final class ControlRefusals {

    private static final Pattern NO_DRILL = Pattern.compile("No drill leads to ([0-9]{3}).*");
    private static final Pattern KEY = Pattern.compile("\"(from|times|operation|group|client|person)\"");
    private static final Map<String, String> OPTIONS = Map.of("operation", "--at");
    private static final String LIST = "GET .../drills list";

    private ControlRefusals() {}

    /** The sentence, on one line. */
    static String said(String message) {
        var code = NO_DRILL.matcher(message);
        if (code.matches()) {
            return noDrill(Integer.parseInt(code.group(1)));
        }
        if (message.startsWith("Send the header Authorization")) {
            return "--token: the simulator refuses this control token.";
        }
        if (message.startsWith("There is no application ")) {
            return ServiceText.onOneLine(message) + " Name it with --application.";
        }
        var words = message.replace(LIST, "'regcontract drill list' list")
                .replace("DELETE .../drills", "'regcontract drill undo --all'");
        return ServiceText.onOneLine(
                KEY.matcher(words).replaceAll(key -> OPTIONS.getOrDefault(key.group(1), "--" + key.group(1))));
    }

    private static String noDrill(int code) {
        return ErrorCode.of(code).isPresent()
                ? "Only the caller can cause " + code + ": the journal tells when it did."
                : "--code: no documented code is " + code + "; 'regcontract drill list' names all drills.";
    }
}
