package io.regcontract.simulator.control;

import io.regcontract.simulator.control.client.ClientsControl;
import io.regcontract.simulator.control.flow.FlowsControl;
import io.regcontract.simulator.control.journal.Journal;
import io.regcontract.simulator.control.message.LogControl;
import io.regcontract.simulator.control.message.MailsControl;
import io.regcontract.simulator.control.message.SocialControl;
import io.regcontract.simulator.control.record.RecordControl;
import io.regcontract.simulator.control.record.RecordsControl;
import io.regcontract.simulator.control.schema.TypesControl;
import io.regcontract.simulator.control.state.ApplicationsControl;
import io.regcontract.simulator.control.state.ClockControl;
import io.regcontract.simulator.control.state.MaintenanceControl;
import io.regcontract.simulator.control.state.QuotaControl;
import io.regcontract.simulator.control.state.SearchControl;
import io.regcontract.simulator.control.state.SettingsControl;
import io.regcontract.simulator.control.state.StorageControl;
import io.regcontract.simulator.control.transport.EmbeddedTransport;
import io.regcontract.simulator.control.transport.HttpTransport;
import io.regcontract.simulator.wire.Endpoint;
import java.net.URI;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * The state of one application of a simulator: what a test changes behind the application that it tests. It changes
 * state and never an answer.
 *
 * <pre>{@code
 * try (var expired = simulator.control().drill(ErrorDrill.ACCESS_TOKEN_EXPIRED)) {
 *     assertThat(shop.showProfile(session)).isEqualTo(PLEASE_SIGN_IN);
 * }
 * }</pre>
 */
public interface SimulatorControl {

    /**
     * The control of a simulator that is reached over HTTP.
     *
     * @param address of the simulator, without a path
     * @param token its control token
     * @param application name of the application
     */
    static SimulatorControl over(URI address, String token, String application) {
        return new ApplicationControl(new HttpTransport(address, token), application);
    }

    /**
     * The control of a simulator that is reached over HTTP with TLS.
     *
     * @param address of the simulator, without a path
     * @param token its control token
     * @param application name of the application
     * @param trusting trusts the simulator's certificate, such as {@link
     *     io.regcontract.simulator.RegistrationSimulator#clientSslContext()}
     */
    static SimulatorControl over(URI address, String token, String application, SSLContext trusting) {
        return new ApplicationControl(new HttpTransport(address, token, trusting), application);
    }

    /**
     * The control of a simulator in this process; {@link io.regcontract.simulator.RegistrationSimulator#control()}
     * gives it.
     *
     * @param controlPlane takes the calls
     */
    static SimulatorControl within(Endpoint controlPlane, String application) {
        return new ApplicationControl(new EmbeddedTransport(controlPlane), application);
    }

    /** Name of the application that this control changes. */
    String application();

    /** The control of another application of the same simulator. */
    SimulatorControl application(String name);

    /** Which applications there are: makes, deletes and resets them. */
    ApplicationsControl applications();

    /** The application's clock. */
    ClockControl clock();

    /** Which groups of operations are off for maintenance. */
    MaintenanceControl maintenance();

    /** How often the application may be called. */
    QuotaControl quota();

    /** The storage of the records, and its faults. */
    StorageControl storage();

    /** How far searches lag behind the records. */
    SearchControl searches();

    /** Settings of the application and of its clients. */
    SettingsControl settings();

    /** The API clients. */
    ClientsControl clients();

    /** The entity types. */
    TypesControl types();

    /** The records of a type. */
    RecordsControl records(String type);

    /** The record of type {@code user} with that e-mail address or uuid. */
    default RecordControl person(String emailOrUuid) {
        return records("user").record(emailOrUuid);
    }

    /** The flows. */
    FlowsControl flows();

    /** Sign-ins at other providers. */
    SocialControl social();

    /** The messages that would have been sent. */
    MailsControl mails();

    /** The log of failed calls of all applications, by request token. */
    LogControl log();

    /**
     * Hides the application from calls until {@link #show}, as if nobody had made it: its name is unknown, its host
     * leads nowhere, its clients and tokens do not exist.
     */
    void hide();

    /** Shows the application again. */
    void show();

    /** What callers of the application did, and what came of it. */
    Journal journal();

    /** Arms a drill for the next call that it can befall; closing it undoes it. */
    default ArmedErrorDrill drill(ErrorDrill drill) {
        return drill(DrillOrder.of(drill));
    }

    /** Arms a drill of what is no error of the API for the next call; closing it undoes it. */
    default ArmedErrorDrill drill(TransportDrill drill) {
        return drill(DrillOrder.of(drill));
    }

    /**
     * Arms a drill.
     *
     * @throws ControlException when it cannot be aimed so, or another drill has changed the same
     */
    ArmedErrorDrill drill(DrillOrder order);

    /** The drills that the simulator has, by code and then by name. */
    List<OfferedDrill> offeredDrills();

    /** The drills that are armed, in the order in which they were armed. */
    List<ArmedErrorDrill> armedDrills();
}
