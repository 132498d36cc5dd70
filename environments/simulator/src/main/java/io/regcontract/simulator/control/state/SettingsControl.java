package io.regcontract.simulator.control.state;

import java.util.Map;

/** The settings of an application, and those that its clients have over them. */
public interface SettingsControl {

    /** Those of the application, by their keys. */
    Map<String, String> all();

    /** Those that a client has set itself, by their keys. */
    Map<String, String> ofClient(String clientId);

    /** Sets one for the application. */
    void set(String key, String value);

    /**
     * Sets one for a client.
     *
     * @throws io.regcontract.simulator.control.ControlException when there is no such client
     */
    void set(String clientId, String key, String value);

    /** Takes one of the application away; nothing happens when it is not there. */
    void delete(String key);

    /**
     * Takes one of a client away; nothing happens when it is not there.
     *
     * @throws io.regcontract.simulator.control.ControlException when there is no such client
     */
    void delete(String clientId, String key);
}
