package io.regcontract.report.allure;

import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Allure's first page. It counts tests and knows no verdict: a release that five of a thousand tests forbid has a
 * ring that is green all but for half a percent. So the verdict stands in its title, first in its environment, and as
 * the first of its executors, with a link to our own page.
 */
final class AllureOverview {

    /** Our own page, from where Allure's stands. */
    private static final String OWN_PAGE = "../regcontract/index.html";

    private static final JsonMapper JSON = JsonMapper.shared();

    private AllureOverview() {}

    /**
     * The page with a verdict on it.
     *
     * @param verdict such as {@code CONTRACT (exit 1)}
     * @param sentence why
     */
    static SinglePage saying(SinglePage page, String verdict, String sentence) {
        return page.with("widgets/summary.json", changed(summary -> summary(summary, verdict)))
                .with("widgets/environment.json", changed(all -> inFront(all, environment(verdict, sentence))))
                .with("widgets/executors.json", changed(all -> inFront(all, List.of(executor(verdict)))));
    }

    private static JsonNode summary(JsonNode summary, String verdict) {
        return summary instanceof ObjectNode named
                ? named.put(
                        "reportName", verdict + ": " + named.path("reportName").asString(""))
                : summary;
    }

    private static List<ObjectNode> environment(String verdict, String sentence) {
        return List.of(row("verdict", verdict), row("why", sentence), row("report", OWN_PAGE));
    }

    private static ObjectNode row(String name, String value) {
        var row = JsonNodeFactory.instance.objectNode();
        row.putArray("values").add(value);
        return row.put("name", name);
    }

    private static ObjectNode executor(String verdict) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", "regcontract gate")
                .put("type", "regcontract")
                .put("buildName", verdict + ", see the report")
                .put("buildUrl", OWN_PAGE);
    }

    private static JsonNode inFront(JsonNode all, List<ObjectNode> first) {
        if (!(all instanceof ArrayNode known)) {
            return all;
        }
        var longer = JsonNodeFactory.instance.arrayNode();
        first.forEach(longer::add);
        return longer.addAll(known);
    }

    /** Anything but JSON stays as it is: the page is Allure's, and may be of another version. */
    private static Function<byte[], byte[]> changed(Function<JsonNode, JsonNode> change) {
        return content -> {
            try {
                return JSON.writeValueAsBytes(change.apply(JSON.readTree(content)));
            } catch (JacksonException unknown) {
                return content;
            }
        };
    }
}
