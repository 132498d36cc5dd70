package io.regcontract.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser that saw nothing of what leaves a page would let every page pass. */
class BrowserTest {

    /** Nobody answers there, and a request counts when it is made. */
    private static final String NOBODY = "http://127.0.0.1:9/";

    @TempDir
    private Path directory;

    @Test
    void tellsOfEveryWayInWhichAPageCanLeaveTheFileAndOfNothingTheBrowserDoesItself() throws IOException {
        var quiet = Files.writeString(
                directory.resolve("quiet.html"),
                "<p>quiet</p><img alt='' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>");
        var framed = Files.writeString(directory.resolve("framed.html"), "<img alt='' src='" + NOBODY + "in-a-frame'>");
        var loud = Files.writeString(
                directory.resolve("loud.html"),
                "<link rel='stylesheet' href='" + NOBODY + "style'><img alt='' src='" + NOBODY + "image'>"
                        + "<iframe src='" + framed.toUri() + "'></iframe><iframe src='" + NOBODY + "frame'></iframe>"
                        + "<script>fetch('" + NOBODY + "fetch').catch(() => 0);"
                        + "window.onload = () => { location = '" + NOBODY + "elsewhere'; };</script>");

        try (var browser = Browser.open(directory.resolve("browser"))) {
            browser.driver().get(quiet.toUri().toString());
            assertThat(browser.requestsThatLeaveThePage()).isEmpty();

            // The page goes on to where nobody answers, and whether that is over when this returns is not known.
            browser.driver().get(loud.toUri().toString());
            var seen = new TreeSet<String>();
            browser.patiently()
                    .until(page ->
                            seen.addAll(browser.requestsThatLeaveThePage()) && seen.contains(NOBODY + "elsewhere"));
            assertThat(seen)
                    .containsExactlyInAnyOrder(
                            NOBODY + "style",
                            NOBODY + "image",
                            NOBODY + "in-a-frame",
                            NOBODY + "frame",
                            NOBODY + "fetch",
                            NOBODY + "elsewhere");
        }
    }

    /** As Chromium 150 logs it: its start page loads from a scheme that no list of harmless ones had foreseen. */
    @Test
    void leavesOutWhatTheStartPageOfTheBrowserAsksFor() {
        assertThat(PageRequests.thatLeave(Stream.of(
                        sent("chrome://new-tab-page/", "chrome-untrusted://new-tab-page/one-google-bar"),
                        sent("chrome-untrusted://new-tab-page/", "https://www.gstatic.com/logo.png"),
                        sent("chrome-new://of-a-later-version/", "file:///report/index.html"),
                        sent("file:///report/index.html", "data:image/png;base64,AA"),
                        sent("file:///report/index.html", "https://example.org/script.js"),
                        sent("file:///report/index.html", "chrome-untrusted://somewhere/"),
                        sent("https://example.org/", "https://example.org/"),
                        "{\"message\":{\"method\":\"Network.loadingFinished\",\"params\":{\"requestId\":\"7\"}}}")))
                .containsExactly(
                        "https://example.org/script.js", "chrome-untrusted://somewhere/", "https://example.org/");
    }

    private static String sent(String document, String address) {
        return ("{\"message\":{\"method\":\"Network.requestWillBeSent\",\"params\":{\"documentURL\":\"%s\","
                        + "\"initiator\":{\"type\":\"script\",\"url\":\"x\"},\"request\":{\"url\":\"%s\"}}},\"webview\":\"A\"}")
                .formatted(document, address);
    }
}
