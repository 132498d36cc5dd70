package io.regcontract.simulator.record;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.schema.PasswordSettings;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Remembers the passwords of records, those in the attribute {@code password}, and refuses to take them again. */
final class PasswordHistory {

    private static final String ATTRIBUTE = "password";

    private final Passwords passwords;

    PasswordHistory(Passwords passwords) {
        this.passwords = passwords;
    }

    /**
     * Refuses a password that was in use.
     *
     * @param written what is to be written, missing when no password is
     * @param reused the error to refuse it with
     * @throws ApiErrorException that error
     */
    void refuseReused(EntityType type, StoredRecord record, JsonNode written, SimulatedErrorCode reused) {
        int size = type.historySize().orElse(0);
        boolean isPassword = type.definition(ATTRIBUTE)
                .filter(definition -> definition.type().isPassword())
                .isPresent();
        if (size == 0 || !isPassword || written.isMissingNode() || written.isNull()) {
            return;
        }
        var earlier = remembered(record).stream().limit(size);
        boolean known = written.isString()
                ? earlier.anyMatch(stored -> passwords.matches(stored, written.stringValue()))
                : earlier.anyMatch(stored -> Passwords.isSame(stored, written));
        if (known) {
            throw reused.because("password is unacceptable");
        }
    }

    /** The passwords to remember once a record holds the given values: the present one is not among them. */
    static List<JsonNode> after(StoredRecord record, JsonNode values) {
        return Passwords.isSame(record.values().path(ATTRIBUTE), values.path(ATTRIBUTE))
                ? record.formerPasswords()
                : remembered(record);
    }

    private static List<JsonNode> remembered(StoredRecord record) {
        var all = new ArrayList<JsonNode>();
        if (record.values().path(ATTRIBUTE).isObject()) {
            all.add(record.values().path(ATTRIBUTE));
        }
        all.addAll(record.formerPasswords());
        return List.copyOf(all.subList(0, Math.min(all.size(), PasswordSettings.LONGEST_HISTORY)));
    }
}
