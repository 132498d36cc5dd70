package io.regcontract.contract.loading;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.ParameterType;
import java.util.EnumMap;
import java.util.Map;

/** Reads {@code parameter-types.yaml}. */
final class ParameterTypesFile {

    private static final String WHERE = "contract/parameter-types.yaml";

    private ParameterTypesFile() {}

    static Map<ParameterType.Kind, ParameterType> read() {
        Map<ParameterType.Kind, ParameterType> types = new EnumMap<>(ParameterType.Kind.class);
        for (DataReader each : DataReader.each(
                WHERE, ContractFiles.yaml("parameter-types.yaml").path("types"), "kind")) {
            ParameterType type = type(each);
            if (types.put(type.kind(), type) != null) {
                throw new ContractDataException(WHERE + ": " + type + " stands there twice");
            }
        }
        for (ParameterType.Kind kind : ParameterType.Kind.values()) {
            if (!types.containsKey(kind)) {
                throw new ContractDataException(WHERE + ": nothing is said of " + kind);
            }
        }
        return types;
    }

    private static ParameterType type(DataReader each) {
        return new ParameterType(
                each.constant("kind", ParameterType.Kind.class),
                each.constant("empty", Empty.class) == Empty.ABSENT,
                each.object("missing")
                        .map(missing -> new Operation.KnownError(
                                missing.integer("code"),
                                missing.constant("evidence", Operation.ErrorEvidence.class),
                                missing.text("because")))
                        .orElse(MISSING_ARGUMENT),
                each.objects("wrong").stream().map(DataReader::wrongValue).toList());
    }

    /** What holds unless the type says otherwise: registration-error-codes, 100. */
    private static final Operation.KnownError MISSING_ARGUMENT = new Operation.KnownError(
            ErrorCode.MISSING_ARGUMENT.code(), Operation.ErrorEvidence.DOCUMENTED, "a required parameter is missing");

    private enum Empty {
        ABSENT,
        VALUE
    }
}
