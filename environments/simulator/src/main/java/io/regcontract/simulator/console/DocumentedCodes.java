package io.regcontract.simulator.console;

import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.json.Json;

/** The documented errors as the page shows them: number, name and category. */
final class DocumentedCodes {

    private DocumentedCodes() {}

    /** All of them, by number. */
    static byte[] json() {
        var answer = Json.object();
        var list = answer.putArray("codes");
        for (var code : SimulatedErrorCode.values()) {
            list.addObject()
                    .put("code", code.number())
                    .put("name", code.documentedName())
                    .put("category", category(code.number()));
        }
        return Json.bytes(answer);
    }

    /** The categories of the documentation; 360 to 379 are constraints, and what lies beyond is about records. */
    private static String category(int number) {
        if (number < 200) {
            return "missing argument";
        }
        if (number < 300) {
            return "invalid argument";
        }
        if (number >= 340 && number < 360) {
            return "data type";
        }
        if (number >= 360 && number < 380) {
            return "constraint";
        }
        if (number < 400) {
            return "record";
        }
        return number < 500 ? "authentication and permission" : "unexpected";
    }
}
