package io.regcontract.browser;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the pages that a test opened asked the network for, out of Chromium's log of all that its tab did. The tab begins with a
 * page of the browser's own, which asks for things too, and asks for others with each version: what belongs to a document of
 * the browser is told by that document, and never by what it asks for.
 */
final class PageRequests {

    /** Schemes under which the browser has its own documents. No page from a file or a server can open one. */
    private static final Set<String> OF_THE_BROWSER = Set.of("chrome", "chrome-untrusted", "chrome-search", "devtools");

    /** Schemes of the opened page and of what is part of it. */
    private static final Set<String> WITHIN = Set.of("file", "data", "blob", "about");

    private PageRequests() {}

    /**
     * Every address that a page asked for and that is not a file or a part of the page itself.
     *
     * @param log messages of Chromium's performance log, as chromedriver hands them over
     */
    static List<String> thatLeave(Stream<String> log) {
        return log.map(JsonMapper.shared()::readTree)
                .map(entry -> entry.path("message"))
                .filter(message -> message.path("method").asString("").equals("Network.requestWillBeSent"))
                .map(message -> message.path("params"))
                .filter(request -> !OF_THE_BROWSER.contains(scheme(request.path("documentURL"))))
                .map(request -> request.path("request").path("url"))
                .filter(url -> !WITHIN.contains(scheme(url)))
                .map(url -> url.asString(""))
                .toList();
    }

    private static String scheme(JsonNode url) {
        var text = url.asString("");
        return text.substring(0, Math.max(0, text.indexOf(':')));
    }
}
