package io.regcontract.contract.openapi;

import io.regcontract.contract.model.Operation;
import tools.jackson.databind.node.ObjectNode;

/** Answers of a simulator, recorded once and kept as data. */
final class RecordedExamples {

    /** Examples by name; empty where none was recorded. */
    ObjectNode of(Operation operation, boolean ownForm) {
        return Json.object();
    }
}
