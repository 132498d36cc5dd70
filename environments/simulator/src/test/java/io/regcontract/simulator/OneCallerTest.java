package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.wire.WireRequest;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * One caller never stops the others. Before, during and after everything that someone asks for, a second application
 * answers on the same connection and on another one.
 */
class OneCallerTest {

    private static final String NEIGHBOUR = "neighbour";
    /** Long enough to be noticed, and to be given up in between. */
    private static final String SLOW_FILTER =
            IntStream.range(0, 1_000).mapToObj(i -> "pl.x < -" + i).collect(Collectors.joining(" or "));

    @TempDir
    private Path directory;

    private final List<Consumer<String>> ends = new CopyOnWriteArrayList<>();
    private SimulatorFixture world = new SimulatorFixture();
    private JsonNode neighbour = Json.nothing();

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({"true,201", "true,497", "true,5000", "false,201", "false,499", "false,5000"})
    void refusesAValueThatIsNestedTooDeeply(boolean durable, int depth) throws Exception {
        start(durable);
        world.type("thing", "[{'name':'any','type':'json'}]");
        var value = "{\"any\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
        try (var connection = new RawConnection(world.simulator.baseAddress())) {
            for (int i = 0; i < 3; i++) {
                var refused = Json.read(new String(
                        connection
                                .answer(request("/entity.create", "type_name", "thing", "attributes", value))
                                .body(),
                        StandardCharsets.UTF_8));
                assertThat(refused.path("code").asInt()).isEqualTo(200);
                assertThat(refused.path("argument_name").asString()).isEqualTo("attributes");
                // The same connection, and so the same thread.
                assertThat(connection.answer(ofNeighbour()).status()).isEqualTo(200);
                neighbourAnswers();
            }
        }
        world.owner("/entity.create", "type_name", "thing", "attributes", value).fails(200, "invalid_argument");
        assertThat(count("thing")).isZero();
        assertThat(world.faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takesAndReadsBackWhatIsAsDeepAsItMayBe(boolean durable) {
        start(durable);
        world.type("thing", "[{'name':'any','type':'json'}]");
        var deep = "[".repeat(Json.DEEPEST - 1) + "]".repeat(Json.DEEPEST - 1);
        var uuid = world.record("thing", "{'any':" + deep + "}");
        if (durable) {
            world.close();
            start(true);
        }
        assertThat(world.owner("/entity", "type_name", "thing", "uuid", uuid).text())
                .contains(deep);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1e99999999999", "1e-99999999999", "0e99999999999", "LONG"})
    void refusesNumbersThatAreNone(String number) {
        start(false);
        var text = number.equals("LONG") ? "1".repeat(1_001) : number;
        world.type("thing", "[{'name':'size','type':'decimal','constraints':['unique']},{'name':'any','type':'json'}]");
        world.record("thing", "{'size':1e400}");
        for (var attribute : List.of("size", "any", "unknown")) {
            world.owner("/entity.create", "type_name", "thing", "attributes", "{\"" + attribute + "\":" + text + "}")
                    .fails(200, "invalid_argument");
        }
        world.owner("/entity", "type_name", "thing", "key_attribute", "size", "key_value", text)
                .fails(200, "invalid_argument");
        for (var filter : List.of("size = ", "size = '", "1 < ", "id != ")) {
            world.owner(
                            "/entity.find",
                            "type_name",
                            "thing",
                            "filter",
                            filter + text + (filter.endsWith("'") ? "'" : ""))
                    .fails(200, "invalid_argument");
        }
        assertThat(world.controlReply(
                                "POST",
                                "/applications/shop/social",
                                "{\"provider\":\"p\",\"identifier\":\"i\",\"profile\":{\"a\":" + text + "}}",
                                SimulatorFixture.CONTROL_TOKEN)
                        .status())
                .isEqualTo(400);
        neighbourAnswers();
        assertThat(world.faults).isEmpty();
    }

    @Test
    void answersFiltersThatAreTooLongAtOnce() {
        start(false);
        var digits = "9".repeat(1_000_000);
        for (var filter : List.of(
                "id = " + digits,
                "id = '" + digits + "'",
                "id = -" + digits + ".5",
                "a" + ".a".repeat(2_000),
                "email = 1 or " + "/a".repeat(500_000) + " = 1",
                "birthday = '" + "1".repeat(2_000_000) + "'",
                "birthday = '2020-01-01" + " ".repeat(2_000_000) + "x'",
                "(".repeat(1_000_000),
                "not ".repeat(1_000_000) + "id = 1",
                "'" + "\\".repeat(1_000_001))) {
            var refused = world.owner("/entity.find", "type_name", "user", "filter", filter);
            assertThat(refused.fails(200, "invalid_argument")
                            .path("argument_name")
                            .asString())
                    .isEqualTo("filter");
            assertThat(refused.text().length()).isLessThan(1_000);
            neighbourAnswers();
        }
        world.owner("/entity.find", "type_name", "user", "filter", "displayName = '" + "''".repeat(1_000_000) + "'")
                .succeeds();
        world.owner("/entity.find", "type_name", "user", "sort_on", "[\"email\"" + ",\"id\"".repeat(100_000) + "]")
                .fails(200, "invalid_argument");
        world.owner("/entity.find", "type_name", "user", "attributes", "[\"email\"" + ",\"id\"".repeat(100_000) + "]")
                .fails(200, "invalid_argument");
        assertThat(world.faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pl.x != pl.x or pl.y != pl.y or pl.x = pl.y or pl.x > pl.y or pl.x >= pl.y or pl.y < pl.x or pl.y <= pl.x,0",
        "pl.x < pl.y and pl.x <= pl.x and pl.x = 1 and pl.x != 2 and pl.x != pl.y and pl.y >= pl.x,1"
    })
    void comparesLongListsInOneGo(String filter, int found) {
        start(false);
        manyElements(1, 50_000);
        assertThat(world.owner("/entity.count", "type_name", "thing", "filter", filter)
                        .succeeds()
                        .path("total_count")
                        .asInt())
                .isEqualTo(found);
    }

    @Test
    void changesManyElementsInOneGo() {
        start(false);
        manyElements(1, 50_000);
        var elements = world.owner("/entity.find", "type_name", "thing")
                .succeeds()
                .path("results")
                .path(0);
        var changed = Json.object();
        changed.set("pl", elements.path("pl"));
        world.owner(
                        "/entity.update",
                        "type_name",
                        "thing",
                        "uuid",
                        elements.path("uuid").asString(),
                        "attributes",
                        Json.write(changed))
                .succeeds();
        neighbourAnswers();
    }

    @Test
    void endsASearchThatTakesLongerThanItsCallerWaits() {
        start(false);
        manyElements(10, 20_000);
        world.owner("/entity.find", "type_name", "thing", "filter", SLOW_FILTER, "timeout", "1")
                .fails(500, "unexpected_error");
        neighbourAnswers();
    }

    @Test
    void letsOthersWriteWhileASearchGoesOn() throws Exception {
        start(false);
        manyElements(5, 20_000);
        var searching = new CountDownLatch(1);
        var written = new CountDownLatch(1);
        var request = request("/entity.find", "type_name", "thing", "filter", SLOW_FILTER, "timeout", "60");
        var answer = CompletableFuture.supplyAsync(() -> world.simulator
                .endpoint()
                .answer(new WireRequest(
                        request.method(),
                        request.path(),
                        request.query(),
                        request.headers(),
                        request.body(),
                        request.caller(),
                        () -> {
                            searching.countDown();
                            return awaited(written);
                        })));
        assertThat(searching.await(60, TimeUnit.SECONDS)).isTrue();
        world.record("thing", "{'pl':[{'x':1}]}");
        neighbourAnswers();
        written.countDown();
        // Its caller was gone by then.
        assertThat(new String(answer.get(60, TimeUnit.SECONDS).body(), StandardCharsets.UTF_8))
                .contains("the caller of the search is gone");
    }

    @Test
    void endsASearchWhoseCallerHasHungUp() throws Exception {
        start(false);
        manyElements(10, 20_000);
        var ended = new CountDownLatch(1);
        ends.add(line -> {
            if (line.contains("/entity.find shop 500 ")) {
                ended.countDown();
            }
        });
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), world.simulator.baseAddress().getPort())) {
            var form = SimulatorFixture.form("type_name", "thing", "filter", SLOW_FILTER, "timeout", "60");
            socket.getOutputStream()
                    .write(("POST /entity.find HTTP/1.1\r\nHost: x\r\nAuthorization: "
                                    + SimulatorFixture.basic("owner", "owner-secret")
                                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + form.length() + "\r\n\r\n" + form)
                            .getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        neighbourAnswers();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999-12-31T23:59:59-01:00",
                "0001-01-01T00:00:00+01:00",
                "9999-12-31 23:59:59 -0001",
                "12/31/9999 11:59 pm -12:00"
            })
    void refusesTimesThatAreInNoYearOfFourDigits(String time) {
        start(false);
        world.type("thing", "[{'name':'at','type':'dateTime'},{'name':'day','type':'date'}]");
        for (var attribute : List.of("at", "day")) {
            world.owner(
                            "/entity.create",
                            "type_name",
                            "thing",
                            "attributes",
                            "{\"" + attribute + "\":\"" + time + "\"}")
                    .fails(342, "invalid_date_time");
        }
        world.record("thing", "{'at':'9999-12-31T23:59:59Z','day':'0001-01-01'}");
        assertThat(world.owner(
                                "/entity.count",
                                "type_name",
                                "thing",
                                "filter",
                                "at > '2020-01-01' and day < '2020-01-01'")
                        .succeeds()
                        .path("total_count")
                        .asInt())
                .isEqualTo(1);
        assertThat(world.faults).isEmpty();
    }

    @Test
    void keepsTheClockInYearsOfFourDigits() {
        start(false);
        var far = "{\"advanceSeconds\":1000000000}";
        int moved = 0;
        while (world.controlReply("POST", "/applications/shop/clock", far, SimulatorFixture.CONTROL_TOKEN)
                        .status()
                == 200) {
            moved++;
        }
        assertThat(moved).isBetween(200, 260);
        assertThat(world.controlReply("POST", "/applications/shop/clock", far, SimulatorFixture.CONTROL_TOKEN)
                        .text())
                .contains("would move the clock out of the years 1970 to 9899");
        world.record("user", "{'email':'late@example.com'}");
        for (var filter : List.of("created > '2020-01-01'", "lastUpdated > 'yesterday'", "created < 'tomorrow'")) {
            assertThat(world.owner("/entity.count", "type_name", "user", "filter", filter)
                            .succeeds()
                            .path("total_count")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void comparesRecordsOfAProcessWhoseClockIsPastAllYears() {
        start(false);
        world.clock.move(Duration.ofDays(365L * 9_000));
        world.record("user", "{'email':'later@example.com'}");
        assertThat(world.owner("/entity.count", "type_name", "user", "filter", "created > '2020-01-01'")
                        .succeeds()
                        .path("total_count")
                        .asInt())
                .isEqualTo(1);
    }

    private void start(boolean durable) {
        world = new SimulatorFixture(builder -> (durable ? builder.state(directory.resolve("state.db")) : builder)
                .requestLog(line -> ends.forEach(each -> each.accept(line))));
        if (neighbour.isNull()) {
            neighbour = world.control("POST", "/applications", "{\"name\":\"" + NEIGHBOUR + "\"}");
        }
        neighbourAnswers();
    }

    /** A second application does its work: it writes and reads, through its own connection. */
    private void neighbourAnswers() {
        var id = neighbour.path("ownerClientId").asString();
        var secret = neighbour.path("ownerClientSecret").asString();
        world.as(id, secret, "/settings/set", "key", "k", "value", "v").succeeds();
        world.as(id, secret, "/entity.count", "type_name", "user").succeeds();
        world.control("GET", "/", "");
    }

    private WireRequest ofNeighbour() {
        return requestOf(
                neighbour.path("ownerClientId").asString(),
                neighbour.path("ownerClientSecret").asString(),
                "/settings/set",
                "key",
                "k",
                "value",
                "v");
    }

    private static WireRequest request(String path, String... parameters) {
        return requestOf("owner", "owner-secret", path, parameters);
    }

    private static WireRequest requestOf(String id, String secret, String path, String... parameters) {
        return new WireRequest(
                "POST",
                path,
                "",
                Map.of(
                        "host",
                        List.of("x"),
                        "authorization",
                        List.of(SimulatorFixture.basic(id, secret)),
                        "content-type",
                        List.of("application/x-www-form-urlencoded")),
                SimulatorFixture.form(parameters).getBytes(StandardCharsets.US_ASCII),
                InetAddress.getLoopbackAddress());
    }

    /** Records with many elements in which x is 1 and y is 2. */
    private void manyElements(int records, int each) {
        world.type(
                "thing",
                "[{'name':'pl','type':'plural','attr_defs':[{'name':'x','type':'integer'},{'name':'y','type':'integer'}]}]");
        var elements = IntStream.range(0, each)
                .mapToObj(i -> "{'x':1,'y':2}")
                .collect(Collectors.joining(",", "{'pl':[", "]}"));
        for (int i = 0; i < records; i++) {
            world.record("thing", elements);
        }
    }

    private int count(String type) {
        return world.owner("/entity.count", "type_name", type)
                .succeeds()
                .path("total_count")
                .asInt();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
