package io.regcontract.simulator.console;

import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireAnswer;
import io.regcontract.simulator.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Delivers the page and its parts. They hold nothing of any application, so that no token is needed to read them. */
public final class Console implements Endpoint {

    /** Where the page is. */
    public static final String PATH = "/console";

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "json", "application/json");
    /** Nothing from elsewhere, nothing inline, and no frame around the page. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final ConsoleFiles files = new ConsoleFiles();
    private final byte[] page;
    private final byte[] codes = DocumentedCodes.json();

    /**
     * The console of a simulator.
     *
     * @param session opens the control plane for the page; without one the page asks for the control token
     * @param application the one that is shown first
     */
    public Console(Optional<String> session, String application) {
        this.page = files.text("index.html")
                .replace("{{session}}", session.orElse(""))
                .replace("{{application}}", application)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a path is one of the console. */
    public static boolean owns(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    @Override
    public WireAnswer answer(WireRequest request) {
        if (!METHODS.contains(request.method())) {
            return WireAnswer.plain(405, "Use GET.").withHeader("Allow", "GET, HEAD");
        }
        var name = request.path().substring(PATH.length());
        if (name.isEmpty() || name.equals("/")) {
            return delivered("text/html; charset=utf-8", page);
        }
        if (name.equals("/codes.json")) {
            return delivered(TYPES.get("json"), codes);
        }
        return files.bytes(name.substring(1))
                .map(bytes -> delivered(TYPES.get(name.substring(name.lastIndexOf('.') + 1)), bytes))
                .orElseGet(() -> WireAnswer.plain(404, "The console has no such file; it begins at " + PATH + "."));
    }

    private static WireAnswer delivered(String type, byte[] body) {
        return WireAnswer.plain(200, "")
                .withBody(body)
                .withHeader("Content-Type", type)
                .withHeader("Content-Security-Policy", POLICY)
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("X-Frame-Options", "DENY")
                .withHeader("Referrer-Policy", "no-referrer");
    }
}
