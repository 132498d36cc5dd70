package io.regcontract.simulator.application;

import io.regcontract.simulator.identity.Identifiers;
import io.regcontract.simulator.store.Table;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Sign-ins at other providers that this application has been told of. */
public final class SocialIdentities {

    private final Table<SocialIdentity> table;
    private final Identifiers identifiers;

    SocialIdentities(Table<SocialIdentity> table, Identifiers identifiers) {
        this.table = table;
        this.identifiers = identifiers;
    }

    /** Someone signs in at a provider. */
    public SocialIdentity signIn(String provider, String identifier, ObjectNode profile) {
        var identity = new SocialIdentity(identifiers.token(32), provider, identifier, profile, false);
        table.put(identity.token(), identity);
        return identity;
    }

    /** The sign-in that the token stands for. */
    public Optional<SocialIdentity> find(String token) {
        return table.get(token);
    }

    /** Remembers that the application was shown the token. */
    public void present(SocialIdentity identity) {
        table.put(identity.token(), identity.shown());
    }
}
