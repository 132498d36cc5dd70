package io.regcontract.cli.language;

import io.regcontract.check.answer.Answer;
import io.regcontract.report.record.Exchange.Header;
import io.regcontract.report.record.Exchange.Request;
import io.regcontract.report.record.Exchange.Response;
import io.regcontract.report.render.har.HarWriter;
import io.regcontract.suite.evidence.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Exchanges of the suite as HAR, for tools that read it. */
final class HarFile {

    private HarFile() {}

    /** An exchange, with what is said to have come in place of what came. */
    record Entry(Exchange exchange, int status, List<Answer.Header> headers, String body) {

        static Entry of(Exchange exchange) {
            var response = exchange.response().orElseThrow();
            return new Entry(exchange, response.status(), response.headers(), response.body());
        }

        private io.regcontract.report.record.Exchange recorded() {
            return new io.regcontract.report.record.Exchange(
                    exchange.role().word(),
                    exchange.at().toString(),
                    exchange.millis(),
                    new Request(exchange.method(), exchange.url(), recorded(exchange.headers()), exchange.body()),
                    Optional.of(new Response(status, recorded(headers), body, false, OptionalLong.empty())),
                    "",
                    exchange.curl());
        }

        private static List<Header> recorded(List<Answer.Header> headers) {
            return headers.stream()
                    .map(header -> new Header(header.name(), header.value()))
                    .toList();
        }
    }

    static Path write(Path file, List<Entry> entries) throws IOException {
        try (var har = new HarWriter(Files.newBufferedWriter(file), "test", "Calls of the suite.")) {
            for (var entry : entries) {
                har.add("none", entry.recorded());
            }
        }
        return file;
    }
}
