package io.regcontract.suite.sabotage.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.sabotage.Sabotages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class SabotageCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listsEverySabotageWithItsCheckAndWhereItDoesNotApply() {
        assertThat(run("--list")).isZero();
        assertThat(out.toString())
                .contains("token-of-15                token.length         The request token lacks its last character.")
                .contains("status-mirrors-code        http.status          The HTTP status is the code.")
                .contains(
                        "    not for 200: The code is the number of the promised HTTP status, so that nothing changes.")
                .contains("    not for 100, through a socket: HTTP 100 is no final answer;")
                .contains("    not where no-secret: The request carries no secret that could come back.");
        assertThat(Sabotages.all()).allSatisfy(one -> assertThat(out.toString()).contains(one.words()));
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        refuses("--sabotage says what to do to the answers; --list shows what there is.");
        refuses(
                "There is no sabotage \"stat-zero\", but there are stat-ok, stat-fail, stat-true, stat-missing;"
                        + " --list shows them all.",
                "--sabotage",
                "stat-zero");
        refuses("There is no sabotage \"nonsense\"; --list shows them all.", "--sabotage", "nonsense");
        refuses("--upstream names the service to stand before, as http://127.0.0.1:8080.", "--sabotage", "stat-ok");
        refuses(
                "--upstream must be the address of a service, as http://127.0.0.1:8080, not \"localhost:8080\".",
                "--sabotage",
                "stat-ok",
                "--upstream",
                "localhost:8080");
        refuses(
                "--upstream must be on this machine, as http://127.0.0.1:8080, and example.com is not:"
                        + " give localhost, 127.0.0.1 or [::1].",
                "--sabotage",
                "stat-ok",
                "--upstream",
                "https://example.com");
        refuses("example.com is not", "--upstream", "https://example.com");
        refuses("--upstream must be the address", "--upstream", "http://user:secret@127.0.0.1:8080");
        refuses("--upstream has a port from 1 to 65535, not 70000.", "--upstream", "http://127.0.0.1:70000");
        refuses("--port must be a number from 0 to 65535, not 70000.", upstreamAnd("--port", "70000"));
        refuses("--only-code must be a documented code, which 404 is not.", upstreamAnd("--only-code", "404"));
        refuses("--only-nth counts from 1, so it cannot be 0.", upstreamAnd("--only-nth", "0"));
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refuses(
                    "The saboteur cannot listen on 127.0.0.1 port " + taken.getLocalPort(),
                    upstreamAnd("--port", Integer.toString(taken.getLocalPort())));
        }
        assertThat(err.toString()).doesNotContain("\tat ", "Exception");
    }

    private static String[] upstreamAnd(String option, String value) {
        return new String[] {"--sabotage", "stat-ok", "--upstream", "http://127.0.0.1:1", option, value};
    }

    private void refuses(String words, String... arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains(words);
    }

    private int run(String... arguments) {
        return new CommandLine(new SabotageCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
