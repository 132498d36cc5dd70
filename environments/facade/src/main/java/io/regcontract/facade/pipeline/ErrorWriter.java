package io.regcontract.facade.pipeline;

import io.regcontract.facade.Fault;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.store.Names;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes refusals as answers, with what is wrong about them on purpose. */
final class ErrorWriter {

    private final Set<Fault> faults;
    private final String sharedToken = Names.random(Names.TOKEN);

    ErrorWriter(Set<Fault> faults) {
        this.faults = faults;
    }

    /** The answer of an operation that was refused. */
    ObjectNode write(String operation, Refusal refusal) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.put("request_token", Names.random(Names.TOKEN));
        answer.put("code", refusal.error().code());
        answer.put("error", refusal.error().wireName());
        answer.put("error_description", refusal.description());
        answer.put("stat", "error");
        refusal.fields().forEachEntry(answer::set);
        for (var fault : faults) {
            if (fault.concerns(operation, refusal.error().code())) {
                damage(answer, fault);
            }
        }
        return answer;
    }

    private void damage(ObjectNode answer, Fault fault) {
        switch (fault) {
            case RECORD_NOT_FOUND_IS_404 -> answer.put("code", 404);
            case TAKEN_VALUE_HAS_ANOTHER_NAME -> answer.put("error", "constraint_violation");
            case UNKNOWN_ADDRESS_IS_NOT_DESCRIBED -> answer.remove("error_description");
            case REFUSED_FORM_HAS_NO_TOKEN -> answer.remove("request_token");
            case WRONG_CODES_SHARE_A_TOKEN -> answer.put("request_token", sharedToken);
            case CONSTRAINT_NAMES_NO_ATTRIBUTE -> answer.remove("attribute_name");
            case UNKNOWN_ADDRESS_HAS_ANOTHER_STAT -> answer.put("stat", "fail");
            case EXPIRED_CODE_SUCCEEDS, UNKNOWN_ADDRESS_IS_A_WRONG_PASSWORD, EVERY_FILTER_IS_WRONG -> {
                // The operation itself does these.
            }
        }
    }
}
