package io.regcontract.endtoend.traffic;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.suite.plan.RunOptions;
import io.regcontract.suite.plan.RunSettings;
import io.regcontract.suite.run.SuiteRun;
import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.TrafficVerdict;
import io.regcontract.traffic.proxy.ProxyListener;
import io.regcontract.traffic.proxy.ProxySettings;
import io.regcontract.traffic.proxy.TrafficProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the suite exchanges with a simulator when it drives every code, and errors among results: secrets and all, always in
 * the same order.
 */
final class SuiteTraffic {

    private static final String CONTROL_TOKEN = "traffic-control-token";

    private SuiteTraffic() {}

    static List<TrafficExchange> recorded(Path root) throws IOException {
        var passed = Collections.synchronizedList(new ArrayList<TrafficExchange>());
        try (var simulator = RegistrationSimulator.builder()
                        .application("traffic")
                        .controlToken(CONTROL_TOKEN)
                        .start();
                var proxy = TrafficProxy.start(
                        ProxySettings.of(
                                simulator.baseAddress(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                        exchange -> {
                            passed.add(exchange);
                            return new TrafficVerdict(
                                    TrafficVerdict.Kind.FOREIGN, Optional.empty(), OptionalInt.empty(), List.of());
                        },
                        SILENT)) {
            run(root, simulator, "http://127.0.0.1:" + proxy.address().getPort());
        }
        // The proxy judges an exchange behind its answer, so on a busy machine the next one may be handed in first.
        return passed.stream()
                .filter(exchange -> exchange.response().isPresent())
                .sorted(Comparator.comparing(exchange -> exchange.at().orElseThrow()))
                .toList();
    }

    private static void run(Path root, RegistrationSimulator simulator, String address) throws IOException {
        var profiles = Files.createDirectories(root.resolve("environments/profiles"));
        Files.copy(
                Path.of(System.getProperty("regcontract.root", ".."), "environments/profiles/local.yaml"),
                profiles.resolve("local.yaml"));
        Map<String, String> environment = new HashMap<>();
        environment.put("REGCONTRACT_BASE_URL", address);
        environment.put("REGCONTRACT_OWNER_CLIENT_ID", simulator.ownerClientId());
        environment.put("REGCONTRACT_OWNER_CLIENT_SECRET", simulator.ownerClientSecret());
        environment.put("REGCONTRACT_LOGIN_CLIENT_ID", simulator.loginClientId());
        environment.put("REGCONTRACT_CONTROL_URL", simulator.baseAddress().toString());
        environment.put("REGCONTRACT_CONTROL_TOKEN", CONTROL_TOKEN);
        run(root, environment, "codes", Map.of("scope", "codes"));
        run(root, environment, "results", Map.of("req", "REG-36*.entity-bulk-create.*"));
    }

    private static void run(Path root, Map<String, String> environment, String id, Map<String, String> selection) {
        var options = new HashMap<>(selection);
        // A seed and one thread keep the order.
        options.putAll(Map.of("seed", "1", "threads", "1"));
        try (var run = SuiteRun.begin(new RunSettings(
                "local", RunOptions.from(option -> options.getOrDefault(option, "")), id, root, environment))) {
            run.scenarios().forEach(run::seen);
        }
    }

    private static final ProxyListener SILENT = new ProxyListener() {
        @Override
        public void judged(TrafficExchange exchange, TrafficVerdict verdict) {}

        @Override
        public void trouble(String sentence) {}
    };
}
