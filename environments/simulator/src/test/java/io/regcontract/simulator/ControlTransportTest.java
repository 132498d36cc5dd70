package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.simulator.control.ControlException;
import io.regcontract.simulator.control.SimulatorControl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What a test is told when its control does not reach a control plane, or is not let in. */
class ControlTransportTest {

    private static final String TOKEN = "token";

    @Test
    void reachesASimulatorThatSpeaksTls() {
        try (var simulator = RegistrationSimulator.builder()
                .controlToken(TOKEN)
                .tlsSelfSigned()
                .start()) {
            var control = SimulatorControl.over(
                    simulator.baseAddress(), TOKEN, simulator.application(), simulator.clientSslContext());
            assertThat(control.clients().all()).hasSize(2);
            assertThatThrownBy(() -> SimulatorControl.over(simulator.baseAddress(), TOKEN, simulator.application())
                            .clients()
                            .all())
                    .isInstanceOf(ControlException.class)
                    .hasMessageStartingWith("The control plane at " + simulator.baseAddress() + " does not answer: ");
        }
    }

    @Test
    void tellsThatItsTokenIsWrong() {
        try (var simulator = RegistrationSimulator.builder().controlToken(TOKEN).start()) {
            assertThatThrownBy(() -> SimulatorControl.over(simulator.baseAddress(), "another", simulator.application())
                            .maintenance()
                            .end())
                    .isInstanceOfSatisfying(ControlException.class, refused -> assertThat(refused.isRefusal())
                            .isTrue())
                    .hasMessage("Send the header Authorization: Bearer with the control token.");
        }
    }

    @Test
    void tellsThatThereIsNoControlPlane() {
        try (var simulator = RegistrationSimulator.builder().start()) {
            assertThatThrownBy(() -> SimulatorControl.over(simulator.baseAddress(), TOKEN, simulator.application())
                            .clock()
                            .now())
                    .isInstanceOfSatisfying(ControlException.class, none -> assertThat(none.isRefusal())
                            .isFalse())
                    .hasMessageStartingWith("What answers GET ")
                    .hasMessageContaining(" is no control plane: HTTP 404");
        }
    }

    @Test
    void tellsThatNobodyIsThere() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var nowhere = URI.create("http://127.0.0.1:" + port);
        assertThatThrownBy(() ->
                        SimulatorControl.over(nowhere, TOKEN, "shop").log().find("x"))
                .isInstanceOf(ControlException.class)
                .hasMessageStartingWith("The control plane at " + nowhere + " does not answer: ");
    }

    @Test
    void tellsThatTheApplicationIsGone() {
        try (var simulator = RegistrationSimulator.builder().start()) {
            assertThatThrownBy(() -> simulator
                            .control()
                            .application("nope")
                            .records("user")
                            .count())
                    .isInstanceOfSatisfying(ControlException.class, gone -> assertThat(gone.isNotFound())
                            .isTrue())
                    .hasMessage("There is no application nope.");
        }
    }
}
