package io.regcontract.facade.operation;

import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.pipeline.Call;
import io.regcontract.facade.schema.AttributePath;
import io.regcontract.facade.store.EntityType;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The flow that a person goes through, with the type that people are records of.
 *
 * @param document as it was published: forms, fields, triggers
 */
record Flow(ObjectNode document, EntityType people) {

    private static final String DEFAULT_NAME = "default_flow_name";
    private static final String DEFAULT_VERSION = "default_flow_version";

    /** @throws Refusal when an argument of all operations with a form was left out */
    static void requireArguments(Call call) {
        var settings = call.application().settings();
        if (!settings.containsKey(DEFAULT_NAME)) {
            call.arguments().require("flow");
        }
        if (!settings.containsKey(DEFAULT_VERSION)) {
            call.arguments().require("flow_version");
        }
        call.arguments().require("redirect_uri", "form");
    }

    /** @throws Refusal when there is no such flow or version of it */
    static Flow of(Call call) {
        var settings = call.application().settings();
        var name = call.arguments().text("flow").orElseGet(() -> settings.getOrDefault(DEFAULT_NAME, ""));
        var document = Optional.ofNullable(call.application().flows().get(name))
                .orElseThrow(() -> Refusal.invalid("flow", "there is no flow " + name));
        var version = document.path("version").asString("");
        call.arguments()
                .text("flow_version")
                .filter(asked -> !asked.equals(version))
                .ifPresent(asked -> {
                    throw Refusal.invalid("flow_version", "the flow has no version " + asked);
                });
        return new Flow(document, call.type(document.path("type").asString("")));
    }

    /**
     * A form of it.
     *
     * @throws Refusal when it has none of that name, or when the form or the flow is broken
     */
    Form form(String name) {
        var form = document.path("forms").path(name);
        if (!form.isObject()) {
            throw Refusal.invalid("form", "the flow has no form " + name);
        }
        form.path("fields").forEach(this::refuseBroken);
        return new Form(name, form.path("fields"), document.path("fields"));
    }

    private void refuseBroken(JsonNode field) {
        var definition = document.path("fields").path(field.asString(""));
        if (!definition.isObject()) {
            throw ApiError.FLOW_ERROR.because("the flow does not define the field " + field.asString(""));
        }
        var attribute = definition.path("attribute").asString("");
        if (!attribute.isEmpty()
                && AttributePath.parse(attribute)
                        .flatMap(path -> path.definition(people.attributes()))
                        .isEmpty()) {
            throw ApiError.FLOW_ERROR.because("the flow writes to an attribute that does not exist: " + attribute);
        }
    }

    /** Whether it says which part of a log-in was wrong. */
    boolean tells() {
        return document.path("tellsWhatWasWrong").asBoolean(false);
    }

    /** @throws Refusal when a trigger of the flow ends what a person wants to do */
    void trigger(String on, String when) {
        document.path("triggers").forEach(trigger -> {
            if (trigger.path("on").asString("").equals(on)
                    && trigger.path("when").asString("").equals(when)) {
                throw ApiError.TRIGGERED_ERROR
                        .because("an error was triggered in the flow")
                        .with("message", trigger.path("message").asString(""));
            }
        });
    }
}
