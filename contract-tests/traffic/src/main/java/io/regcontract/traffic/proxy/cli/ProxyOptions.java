package io.regcontract.traffic.proxy.cli;

import io.regcontract.traffic.cli.RecordOptions;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code proxy} that are not the gate's. */
public final class ProxyOptions {

    @Option(
            names = "--upstream",
            paramLabel = "URL",
            description = {
                "The service, as https://my-tenant.example.com or http://127.0.0.1:8080. Default: the address of the "
                        + "profile."
            })
    private Optional<String> upstream = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port to listen on; any free one when left out.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = {
                "Address or name of this machine to listen on, 0.0.0.0 for all. The proxy asks nobody who he is: whoever "
                        + "reaches it reaches the service. Default: 127.0.0.1."
            })
    private Optional<String> bind = Optional.empty();

    @Option(
            names = "--env",
            paramLabel = "PROFILE",
            description = {
                "A profile under environments/profiles: its address, the certificates that it trusts, its client's "
                        + "certificate and headers (proxy:), its dialect, and the errata and readings that it accepts."
            })
    private Optional<String> environment = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "SIZE",
            defaultValue = "1m",
            description = {
                "The largest body that is judged, as 512k or 4m; at most 32m. Larger ones pass, and are counted. Default: "
                        + "${DEFAULT-VALUE}."
            })
    private String limit = "1m";

    @Mixin
    private RecordOptions record = new RecordOptions();

    Optional<String> upstream() {
        return upstream;
    }

    int port() {
        return port;
    }

    Optional<String> bind() {
        return bind;
    }

    Optional<String> environment() {
        return environment;
    }

    String limit() {
        return limit;
    }

    RecordOptions record() {
        return record;
    }
}
