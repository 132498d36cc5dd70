package io.regcontract.suite.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * A stand-in to try the first day on: {@code ./mvnw -Pself-test,stand-in -pl contract-tests process-test-classes} starts it,
 * says where it is and what a profile needs, and keeps it until it is interrupted.
 */
final class StandInByHand {

    private StandInByHand() {}

    /**
     * Stands in until it is interrupted.
     *
     * @param arguments the directory for the certificate
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var directory = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        var stopped = new CountDownLatch(1);
        try (var tenant = StandInTenant.start(directory)) {
            // Not in the project: the gate takes a secret that it finds there for a leak, and is right.
            var variables = Files.createTempFile("stand-in-", ".sh");
            Files.writeString(variables, exports(tenant.environment()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(tenant, variables), "stand-in-stop"));
            System.out.println("a stand-in for a tenant is ready at " + tenant.address());
            System.out.println("  its authority's certificate   " + tenant.certificate());
            System.out.println("  what a profile refers to      . " + variables);
            System.out.flush();
            stopped.await();
        }
    }

    private static void stop(StandInTenant tenant, Path variables) {
        System.out.println(tenant.calls() + " calls came. Left behind: "
                + tenant.leftovers().keySet() + ". Gone: " + tenant.missing() + ".");
        tenant.close();
        try {
            Files.deleteIfExists(variables);
        } catch (IOException e) {
            System.out.println("delete " + variables + " by hand: it holds secrets");
        }
    }

    private static String exports(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(each -> "export " + each.getKey() + "='" + each.getValue() + "'\n")
                .collect(Collectors.joining());
    }
}
