package io.regcontract.suite.state;

import io.regcontract.suite.evidence.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * What a control plane does for a set-up in the place of operations that a replacement does not implement. Each method
 * tells by an empty or false result that it is not offered; then nothing was sent.
 */
public final class ControlledSetUp {

    private final ControlPlaneClient control;
    private final String path;
    private final Consumer<Exchange> keep;

    ControlledSetUp(ControlPlaneClient control, String path, Consumer<Exchange> keep) {
        this.control = control;
        this.path = path;
        this.keep = keep;
    }

    /**
     * The code that was mailed to an address last.
     *
     * @throws SetUpException when there is none
     */
    public Optional<String> mailedCode(String address) {
        if (!offers(ControlCapabilities.MAILS)) {
            return Optional.empty();
        }
        return Optional.of(control.ask("GET", path + "/mails", Map.of(), keep)
                .path("mails")
                .valueStream()
                .filter(mail -> mail.path("to").asString("").equals(address))
                .reduce((older, newer) -> newer)
                .flatMap(mail -> mail.path("code").stringValueOpt())
                .orElseThrow(() -> new SetUpException("the control plane knows of no mail to the new account")));
    }

    /** Whether records can be made. */
    public boolean makesRecords() {
        return offers(ControlCapabilities.RECORDS);
    }

    /** Lets the codes of a record expire. */
    public boolean expireCodes(String type, String uuid) {
        return done(ControlCapabilities.RECORDS, "POST", record(type, uuid) + "/expire", Map.of("codes", true));
    }

    /** Deletes all access that was granted to a record. */
    public boolean deleteAccess(String type, String uuid) {
        return done(ControlCapabilities.RECORDS, "DELETE", record(type, uuid) + "/grants", Map.of());
    }

    /** Gives a client exactly these features. */
    public boolean features(String client, List<String> features) {
        return done(ControlCapabilities.CLIENTS, "PUT", client(client) + "/features", Map.of("features", features));
    }

    /** Lets a client call from these networks and from nowhere else. */
    public boolean addresses(String client, List<String> networks) {
        return done(ControlCapabilities.CLIENTS, "PUT", client(client) + "/addresses", Map.of("blocks", networks));
    }

    /** Sets how many passwords of a record are not taken again; 0 for none. */
    public boolean passwordHistory(String type, int size) {
        return done(
                ControlCapabilities.TYPES,
                "PUT",
                path + "/types/" + ControlPlaneClient.segment(type) + "/password-history",
                Map.of("size", size));
    }

    /** The value of a setting of the application; an empty text where it is not set. */
    public Optional<String> setting(String key) {
        return offers(ControlCapabilities.SETTINGS)
                ? Optional.of(settings().path("application").path(key).asString(""))
                : Optional.empty();
    }

    /** Takes a setting of the application away. */
    public boolean deleteSetting(String key) {
        return done(
                ControlCapabilities.SETTINGS,
                "DELETE",
                path + "/settings/" + ControlPlaneClient.segment(key),
                Map.of());
    }

    private JsonNode settings() {
        return control.ask("GET", path + "/settings", Map.of(), keep);
    }

    private String record(String type, String uuid) {
        return path + "/records/" + ControlPlaneClient.segment(type) + "/" + ControlPlaneClient.segment(uuid);
    }

    private String client(String id) {
        return path + "/clients/" + ControlPlaneClient.segment(id);
    }

    private boolean done(String word, String method, String at, Object body) {
        if (!offers(word)) {
            return false;
        }
        control.ask(method, at, body, keep);
        return true;
    }

    private boolean offers(String word) {
        return control.capabilities().offers(word);
    }
}
