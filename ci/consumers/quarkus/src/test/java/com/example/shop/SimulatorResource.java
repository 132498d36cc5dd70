package com.example.shop;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import java.util.Map;

/** Starts the service that the shop depends on, before the shop itself. */
public class SimulatorResource implements QuarkusTestResourceLifecycleManager {

    static final String CONTROL_TOKEN = "control-token-of-this-test";

    private RegistrationSimulator simulator;

    @Override
    public Map<String, String> start() {
        simulator = RegistrationSimulator.builder()
                .application("shop")
                .dialect(SpokenDialect.OBSERVED)
                .controlToken(CONTROL_TOKEN)
                .start();
        return Map.of(
                "registration.service", simulator.baseAddress().toString(),
                "registration.client", simulator.loginClientId(),
                "registration.control", simulator.controlAddress().toString());
    }

    @Override
    public void stop() {
        simulator.close();
    }
}
