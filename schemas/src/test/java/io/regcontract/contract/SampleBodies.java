package io.regcontract.contract;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers to try the schemas on. */
final class SampleBodies {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String TOKEN = "ze7eyupk6qf5umek";

    private SampleBodies() {}

    /** The least that a good answer holds. */
    static ObjectNode good(DocumentationFacts fact) {
        return element(fact).put("request_token", TOKEN);
    }

    /** The least that a good error inside a success holds. */
    static ObjectNode element(DocumentationFacts fact) {
        return JSON.createObjectNode()
                .put("code", fact.code())
                .put("error", fact.name())
                .put("error_description", "something is wrong");
    }
}
