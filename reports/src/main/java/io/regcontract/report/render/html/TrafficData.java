package io.regcontract.report.render.html;

import static io.regcontract.report.render.html.PageJson.text;

import io.regcontract.report.traffic.Traffic;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** What traffic was judged, in the data of the page. */
final class TrafficData {

    private static final int MOST = 1_000;

    private TrafficData() {}

    static void write(JsonGenerator json, Traffic traffic) {
        json.writeObjectPropertyStart("traffic");
        number(json, "exchanges", traffic.exchanges());
        number(json, "judged", traffic.judged());
        number(json, "successes", traffic.successes());
        number(json, "failures", traffic.failures());
        number(json, "foreign", traffic.foreign());
        number(json, "unjudgedCount", traffic.unjudgedCount());
        number(json, "filesTotal", traffic.files().size());
        time(json, "from", traffic.from());
        time(json, "to", traffic.to());
        json.writeArrayPropertyStart("files");
        traffic.files().stream().limit(MOST).forEach(file -> file(json, file));
        json.writeEndArray();
        json.writeArrayPropertyStart("unjudged");
        for (var one : traffic.unjudged()) {
            json.writeStartObject();
            text(json, "reason", one.reason());
            number(json, "count", one.count());
            text(json, "first", one.first());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("operations");
        for (var one : traffic.operations()) {
            json.writeStartObject();
            text(json, "path", one.path());
            number(json, "calls", one.calls());
            number(json, "successes", one.successes());
            number(json, "failures", one.failures());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void file(JsonGenerator json, Traffic.Source file) {
        json.writeStartObject();
        text(json, "name", file.name());
        number(json, "exchanges", file.exchanges());
        number(json, "judged", file.judged());
        time(json, "from", file.from());
        time(json, "to", file.to());
        file.flaw().ifPresent(flaw -> text(json, "flaw", flaw));
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, long value) {
        json.writeNumberProperty(name, value);
    }

    private static void time(JsonGenerator json, String name, Optional<Instant> at) {
        at.ifPresent(moment -> json.writeStringProperty(name, moment.toString()));
    }
}
