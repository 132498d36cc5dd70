package io.regcontract.simulator;

import io.regcontract.simulator.store.postgresql.PostgresqlServer;
import org.junit.jupiter.api.BeforeEach;

/** What a simulator with its state in PostgreSQL knows after it was started again. */
class StateDatabaseTest extends DurableStateContract {

    private final PostgresqlServer server = PostgresqlServer.shared();
    private String database = "";

    @BeforeEach
    void makeDatabase() {
        database = server.database();
    }

    @Override
    RegistrationSimulator.Builder keep(RegistrationSimulator.Builder builder) {
        return builder.state(StateDatabase.at(server.url(database))
                .user(PostgresqlServer.OWNER)
                .password(PostgresqlServer.PASSWORD));
    }
}
