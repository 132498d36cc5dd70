package io.regcontract.simulator.control;

import io.regcontract.simulator.control.call.ApplicationsCalls;
import io.regcontract.simulator.control.call.ClientsCalls;
import io.regcontract.simulator.control.call.ClockCalls;
import io.regcontract.simulator.control.call.ControlPath;
import io.regcontract.simulator.control.call.FlowsCalls;
import io.regcontract.simulator.control.call.LogCalls;
import io.regcontract.simulator.control.call.MailsCalls;
import io.regcontract.simulator.control.call.MaintenanceCalls;
import io.regcontract.simulator.control.call.QuotaCalls;
import io.regcontract.simulator.control.call.RecordsCalls;
import io.regcontract.simulator.control.call.SearchCalls;
import io.regcontract.simulator.control.call.SettingsCalls;
import io.regcontract.simulator.control.call.SocialCalls;
import io.regcontract.simulator.control.call.StorageCalls;
import io.regcontract.simulator.control.call.TypesCalls;
import io.regcontract.simulator.control.client.ClientsControl;
import io.regcontract.simulator.control.flow.FlowsControl;
import io.regcontract.simulator.control.journal.Journal;
import io.regcontract.simulator.control.message.LogControl;
import io.regcontract.simulator.control.message.MailsControl;
import io.regcontract.simulator.control.message.SocialControl;
import io.regcontract.simulator.control.record.RecordsControl;
import io.regcontract.simulator.control.schema.TypesControl;
import io.regcontract.simulator.control.state.ApplicationsControl;
import io.regcontract.simulator.control.state.ClockControl;
import io.regcontract.simulator.control.state.MaintenanceControl;
import io.regcontract.simulator.control.state.QuotaControl;
import io.regcontract.simulator.control.state.SearchControl;
import io.regcontract.simulator.control.state.SettingsControl;
import io.regcontract.simulator.control.state.StorageControl;
import io.regcontract.simulator.control.transport.ControlTransport;
import io.regcontract.simulator.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The control of one application, in terms of calls to the control plane. */
final class ApplicationControl implements SimulatorControl {

    private final ControlTransport transport;
    private final String application;
    private final ControlPath path;

    ApplicationControl(ControlTransport transport, String application) {
        this.transport = transport;
        this.application = application;
        this.path = ControlPath.root(transport).at("applications", application);
    }

    @Override
    public String application() {
        return application;
    }

    @Override
    public SimulatorControl application(String name) {
        return new ApplicationControl(transport, name);
    }

    @Override
    public ApplicationsControl applications() {
        return new ApplicationsCalls(ControlPath.root(transport));
    }

    @Override
    public ClockControl clock() {
        return new ClockCalls(path);
    }

    @Override
    public MaintenanceControl maintenance() {
        return new MaintenanceCalls(path);
    }

    @Override
    public QuotaControl quota() {
        return new QuotaCalls(path);
    }

    @Override
    public StorageControl storage() {
        return new StorageCalls(path);
    }

    @Override
    public SearchControl searches() {
        return new SearchCalls(path);
    }

    @Override
    public SettingsControl settings() {
        return new SettingsCalls(path);
    }

    @Override
    public ClientsControl clients() {
        return new ClientsCalls(path);
    }

    @Override
    public TypesControl types() {
        return new TypesCalls(path);
    }

    @Override
    public FlowsControl flows() {
        return new FlowsCalls(path);
    }

    @Override
    public SocialControl social() {
        return new SocialCalls(path);
    }

    @Override
    public MailsControl mails() {
        return new MailsCalls(path);
    }

    @Override
    public LogControl log() {
        return new LogCalls(ControlPath.root(transport));
    }

    @Override
    public RecordsControl records(String type) {
        return new RecordsCalls(path.at("records", type));
    }

    @Override
    public void hide() {
        path.at("hidden").put(Json.object());
    }

    @Override
    public void show() {
        path.at("hidden").delete();
    }

    @Override
    public Journal journal() {
        return new ApplicationJournal(path.at("journal"), application);
    }

    @Override
    public ArmedErrorDrill drill(DrillOrder order) {
        return armed(path.at("drills").post(order.json()));
    }

    @Override
    public List<OfferedDrill> offeredDrills() {
        return path.at("drills").get().path("offered").values().stream()
                .map(drill -> new OfferedDrill(
                        drill.path("name").asString(""),
                        drill.path("code").asInt(0),
                        drill.path("does").asString(""),
                        drill.path("ends").asString(""),
                        texts(drill.path("operations")),
                        texts(drill.path("aims"))))
                .toList();
    }

    @Override
    public List<ArmedErrorDrill> armedDrills() {
        return path.at("drills").get().path("armed").values().stream()
                .map(this::armed)
                .toList();
    }

    long calls(String drill) {
        return armedDrill(drill).path("matched").asLong();
    }

    long passedOver(String drill) {
        // A simulator of an older version does not say.
        return armedDrill(drill).path("passedOver").asLong(0);
    }

    private JsonNode armedDrill(String drill) {
        return path.at("drills", drill).get();
    }

    void end(String drill) {
        try {
            path.at("drills", drill).delete();
        } catch (ControlException gone) {
            if (!gone.isNotFound()) {
                throw gone;
            }
        }
    }

    private ArmedErrorDrill armed(JsonNode json) {
        return new ArmedErrorDrill(
                this,
                json.path("id").asString(""),
                json.path("drill").asString(""),
                json.path("code").asInt(0));
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(text -> text.asString("")).toList();
    }
}
