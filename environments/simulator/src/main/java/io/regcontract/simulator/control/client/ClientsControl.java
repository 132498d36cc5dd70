package io.regcontract.simulator.control.client;

import java.util.List;

/** The API clients of an application. */
public interface ClientsControl {

    /** All of them. */
    List<ApiClient> all();

    /** Adds one that may be called from everywhere; its id and secret are made up. */
    ClientCredentials add(ClientFeature... features);

    /**
     * Adds one that may be called from everywhere.
     *
     * @throws io.regcontract.simulator.control.ControlException when a client of any application has the id
     */
    ClientCredentials add(ClientCredentials credentials, ClientFeature... features);

    /** The control of one of them, by its id. */
    ClientControl client(String id);
}
