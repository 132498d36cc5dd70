package io.regcontract.suite.state;

import io.regcontract.contract.text.SafeText;
import io.regcontract.environment.Capability;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a control plane offers, in the words of docs/control-plane.yaml. A simulator offers all, the test build of a
 * replacement any part.
 */
public final class ControlCapabilities {

    /** Makes applications. */
    public static final String APPLICATIONS = "applications";
    /** Moves a clock. */
    public static final String CLOCK = "clock";
    /** Makes clients. */
    public static final String CLIENTS = "clients";
    /** Makes entity types. */
    public static final String TYPES = "types";
    /** Makes records. */
    public static final String RECORDS = "records";

    static final String MAILS = "mails";
    static final String SETTINGS = "settings";
    static final String MAINTENANCE = "maintenance";
    static final String QUOTA = "quota";
    static final String STORAGE = "storage";
    static final String FLOWS = "flows";
    static final String SOCIAL = "social";
    /** Finds failed calls. */
    public static final String LOG = "log";

    /** All that there is. */
    public static final ControlCapabilities ALL = new ControlCapabilities(Set.of(
            APPLICATIONS,
            CLOCK,
            CLIENTS,
            TYPES,
            RECORDS,
            MAILS,
            SETTINGS,
            MAINTENANCE,
            QUOTA,
            STORAGE,
            FLOWS,
            SOCIAL,
            LOG));

    /** By what is offered: what the suite can do with it. */
    private static final Map<String, List<Capability>> USES = Map.of(
            APPLICATIONS, List.of(Capability.OWN_APPLICATION),
            CLOCK, List.of(Capability.TIME_TRAVEL, Capability.WAITING, Capability.EXPIRED_TOKEN),
            MAINTENANCE, List.of(Capability.MAINTENANCE),
            QUOTA, List.of(Capability.QUOTA, Capability.LIMIT),
            STORAGE, List.of(Capability.STORAGE_FAULTS),
            FLOWS, List.of(Capability.BROKEN_FLOW, Capability.TRIGGERING_FLOW),
            SOCIAL, List.of(Capability.SOCIAL_SIGN_IN),
            LOG, List.of(Capability.API_LOG));

    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final Pattern PROTOCOL = Pattern.compile("1(\\.[0-9]{1,4})?");
    private static final int MOST = 100;

    private final Set<String> offered;

    private ControlCapabilities(Set<String> offered) {
        this.offered = Set.copyOf(offered);
    }

    /**
     * Reads what a control plane says that it offers.
     *
     * @throws SetUpException when it says something else than docs/control-plane.yaml describes
     */
    static ControlCapabilities read(JsonNode answer) {
        var protocol = answer.path("protocol").asString("");
        if (!PROTOCOL.matcher(protocol).matches()) {
            throw new SetUpException(
                    protocol.isEmpty()
                            ? "it names no protocol"
                            : "it speaks protocol " + SafeText.typed(protocol) + ", and this version speaks 1");
        }
        var listed = answer.path("capabilities");
        if (!listed.isArray() || listed.size() > MOST) {
            throw new SetUpException("it lists no capabilities, or more than " + MOST);
        }
        var offered = new TreeSet<String>();
        for (var word : listed) {
            if (!word.isString() || !WORD.matcher(word.stringValue()).matches()) {
                throw new SetUpException("a capability is no word of lower-case letters and hyphens");
            }
            offered.add(word.stringValue());
        }
        return new ControlCapabilities(offered);
    }

    /** Whether something is offered, by its word. */
    public boolean offers(String word) {
        return offered.contains(word);
    }

    /** What the suite can do with what is offered. */
    public Set<Capability> uses() {
        var uses = EnumSet.noneOf(Capability.class);
        USES.forEach((word, gives) -> {
            if (offers(word)) {
                uses.addAll(gives);
            }
        });
        return uses;
    }

    /** What would have to be offered for a capability; empty where no control plane can. */
    public static Optional<String> neededFor(Capability capability) {
        return USES.entrySet().stream()
                .filter(use -> use.getValue().contains(capability))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
