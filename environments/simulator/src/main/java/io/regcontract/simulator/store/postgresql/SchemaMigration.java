package io.regcontract.simulator.store.postgresql;

import io.regcontract.simulator.store.backend.UnusableStateException;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings a schema to the form that this version reads: makes it, or leads it on from an older form. */
final class SchemaMigration {

    /** The number of the last script. */
    static final String PRESENT_FORM = "2";

    /** The table that says which form the tables of a state have. */
    static final String HISTORY = "regcontract_schema_history";

    private static final String SCRIPTS = "classpath:io/regcontract/simulator/store/postgresql";

    private final PostgresqlAddress address;

    SchemaMigration(PostgresqlAddress address) {
        this.address = address;
    }

    /**
     * Makes the schema, or changes it, unless it has the present form: to ask the library takes longer than the rest of
     * a start.
     *
     * @throws UnusableStateException when the schema is of another program or of a newer version, or may not be made
     */
    void perform(HoldingSession session) throws SQLException {
        if (!session.form(HISTORY).equals(Optional.of(PRESENT_FORM))) {
            migrate();
        }
    }

    private void migrate() {
        var flyway = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(address.dataSource())
                .defaultSchema(address.schema())
                .createSchemas(true)
                .table(HISTORY)
                .locations(SCRIPTS)
                .failOnMissingLocations(true)
                .cleanDisabled(true)
                .skipDefaultCallbacks(true)
                .load();
        try {
            refuseNewer(flyway);
            flyway.migrate();
        } catch (FlywayException failed) {
            throw sqlFailure(failed)
                    .map(cause -> new DatabaseSentence(address).unusable(cause))
                    .orElseGet(() -> new UnusableStateException(
                            address.name() + " cannot be brought to the form of this version: "
                                    + address.withoutSecrets(firstLine(failed)) + "; give another --state-schema",
                            failed));
        }
    }

    private void refuseNewer(Flyway flyway) {
        for (var applied : flyway.info().applied()) {
            if (isNewer(applied)) {
                throw new UnusableStateException(address.name() + " was made by a newer version, which brought it to"
                        + " form " + applied.getVersion() + "; use that version, or give another --state-schema");
            }
        }
    }

    private static boolean isNewer(MigrationInfo applied) {
        return applied.getState() == MigrationState.FUTURE_SUCCESS
                || applied.getState() == MigrationState.FUTURE_FAILED
                || applied.getState() == MigrationState.MISSING_SUCCESS;
    }

    private static Optional<SQLException> sqlFailure(Throwable failed) {
        for (var each = Optional.of(failed); each.isPresent(); each = each.map(Throwable::getCause)) {
            if (each.get() instanceof SQLException cause) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }

    private static String firstLine(Throwable failed) {
        return String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    }
}
