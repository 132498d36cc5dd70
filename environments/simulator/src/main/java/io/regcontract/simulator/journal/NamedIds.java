package io.regcontract.simulator.journal;

import io.regcontract.simulator.argument.Parameters;
import io.regcontract.simulator.control.journal.NamedId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The records that a call names by uuid or id. Any other text there may be anything, and is not kept. */
final class NamedIds {

    static final String UUID = "uuid";
    static final String ID = "id";

    /** What programs send for an id that they do not have, in the languages that they are written in. */
    private static final Set<String> NOTHING = Set.of(
            "null",
            "(null)",
            "<null>",
            "undefined",
            "none",
            "nil",
            "nan",
            "false",
            "[object object]",
            "0",
            "-1",
            "00000000-0000-0000-0000-000000000000");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern SIGNS_OF_UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int LONGEST = 36;

    private NamedIds() {}

    /**
     * The records that a call names.
     *
     * @param failed whether the call failed: an empty id beside a token is what careful programs send too
     * @param isUnissued whether the id was never given to a record
     */
    static List<NamedId> in(Parameters parameters, boolean failed, boolean isUnissued) {
        var ids = new ArrayList<NamedId>(1);
        for (var parameter : List.of(UUID, ID)) {
            for (var text : parameters.all(parameter)) {
                if (!text.isEmpty() || failed) {
                    ids.add(named(parameter, text, isUnissued && parameter.equals(ID)));
                }
            }
        }
        return ids.isEmpty() ? List.of() : List.copyOf(ids);
    }

    private static NamedId named(String parameter, String text, boolean isUnissued) {
        var word = text.length() > LONGEST ? text : text.strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty() || NOTHING.contains(word)) {
            return new NamedId(parameter, word, true);
        }
        boolean isReadable = parameter.equals(UUID)
                ? SIGNS_OF_UUID.matcher(word).matches()
                : WHOLE.matcher(word).matches();
        return isReadable
                ? new NamedId(parameter, word, isUnissued)
                : new NamedId(parameter, NamedId.UNREADABLE, false);
    }
}
