package io.regcontract.environment;

import java.util.Locale;

/** What sort of place an environment is. The kind says which codes cannot be driven there: {@link KindExpectations}. */
public enum EnvironmentKind {
    /** The bundled simulator, embedded or started by hand: everything can be driven. */
    SIMULATOR,
    /** A tenant for trying things out. */
    SANDBOX,
    /** A tenant that mirrors production. */
    STAGING,
    /** A tenant with people in it. */
    PRODUCTION,
    /** What stands in the place of the service: it implements a part of its operations. */
    REPLACEMENT;

    /** The word for it in profiles and records: {@code simulator}, {@code sandbox}, ... */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
