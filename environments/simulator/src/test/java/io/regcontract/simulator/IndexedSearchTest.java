package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * A search by indexes answers as one that reads every record. An {@code or} around a filter, and a second attribute to
 * sort by, keep a search from using an index without changing what it finds.
 */
class IndexedSearchTest {

    private static final String TYPE = "[{'name':'folded','type':'string'},"
            + "{'name':'exact','type':'string','case-sensitive':true,'length':40},"
            + "{'name':'whole','type':'integer'},{'name':'part','type':'decimal'},{'name':'flag','type':'boolean'},"
            + "{'name':'day','type':'date'},{'name':'code','type':'string','constraints':['unique']},"
            + "{'name':'free','type':'string'},"
            + "{'name':'home','type':'object','attr_defs':[{'name':'city','type':'string'}]},"
            + "{'name':'tags','type':'plural','attr_defs':[{'name':'tag','type':'string'},"
            + "{'name':'rank','type':'integer'}]}]";
    private static final List<String> INDEXED =
            List.of("folded", "exact", "whole", "part", "flag", "day", "home.city", "tags.tag", "tags.rank", "absent");
    private static final List<String> TEXTS = List.of(
            "a", "A", "ab", "aB", "b", "B c", "ä", "Ä", "\uD83D\uDE00", "\uFFEE", "!", "~", "", "x".repeat(250));
    private static final int SEARCHES = 400;

    @TempDir
    Path directory;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private SimulatorFixture world = new SimulatorFixture(UnaryOperator.identity());

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void findsInMemoryWhatReadingEveryRecordFinds(long seed) {
        world.close();
        world = new SimulatorFixture(builder -> builder.index(INDEXED).requestLog(log::add));
        findsWhatReadingEveryRecordFinds(new Random(seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void findsInAStateFileWhatReadingEveryRecordFinds(long seed) {
        world.close();
        world = new SimulatorFixture(
                builder -> builder.index(INDEXED).requestLog(log::add).state(directory.resolve("state")));
        findsWhatReadingEveryRecordFinds(new Random(seed));
    }

    private void findsWhatReadingEveryRecordFinds(Random random) {
        world.type("thing", TYPE);
        var uuids = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            change(random, uuids);
        }
        for (int i = 0; i < SEARCHES; i++) {
            if (i == SEARCHES / 2) {
                world.control("PUT", "/applications/shop/search-lag", "{\"seconds\":5}");
            }
            if (random.nextInt(8) == 0) {
                change(random, uuids);
            }
            compare(random);
        }
        assertThat(log).anyMatch(line -> line.contains("index /whole: "));
        assertThat(log).anyMatch(line -> line.contains("index /lastUpdated, in its order"));
        assertThat(log).anyMatch(line -> line.contains("no index: all "));
    }

    private void compare(Random random) {
        var filter = filter(random, 2);
        var plain = "(" + filter + ") or id is null";
        var key = (random.nextBoolean() ? "-" : "")
                + pick(random, List.of("id", "created", "lastUpdated", "whole", "exact", "folded", "flag", "part"));
        int first = random.nextInt(3) == 0 ? random.nextInt(30) : 0;
        int most = random.nextInt(12);
        var page = List.of("first_result", "" + first, "max_results", "" + most, "show_total_count", "true");
        assertThat(find(page, "filter", filter)).as(filter).isEqualTo(find(page, "filter", plain));
        assertThat(find(page, "filter", filter, "sort_on", "[\"" + key + "\"]"))
                .as(filter + " by " + key)
                .isEqualTo(find(page, "filter", plain, "sort_on", "[\"" + key + "\",\"id\"]"));
        assertThat(find(page, "sort_on", "[\"" + key + "\"]"))
                .as("by " + key)
                .isEqualTo(find(page, "sort_on", "[\"" + key + "\",\"id\"]"));
        assertThat(count(filter)).as(filter).isEqualTo(count(plain));
    }

    private JsonNode find(List<String> page, String... more) {
        var all = new ArrayList<String>(List.of("type_name", "thing"));
        all.addAll(page);
        all.addAll(List.of(more));
        return world.owner("/entity.find", all.toArray(String[]::new)).succeeds();
    }

    private JsonNode count(String filter) {
        return world.owner("/entity.count", "type_name", "thing", "filter", filter)
                .succeeds();
    }

    private void change(Random random, List<String> uuids) {
        if (random.nextInt(3) == 0) {
            world.clock.move(Duration.ofSeconds(1));
        }
        int what = uuids.isEmpty() ? 9 : random.nextInt(10);
        if (what == 0) {
            world.owner("/entity.delete", "type_name", "thing", "uuid", uuids.remove(random.nextInt(uuids.size())))
                    .succeeds();
        } else if (what < 4) {
            world.owner(
                            "/entity.replace",
                            "type_name",
                            "thing",
                            "uuid",
                            pick(random, uuids),
                            "attributes",
                            values(random))
                    .succeeds();
        } else {
            uuids.add(world.owner("/entity.create", "type_name", "thing", "attributes", values(random))
                    .succeeds()
                    .path("uuid")
                    .stringValue());
        }
    }

    private static String values(Random random) {
        var values = new ArrayList<String>();
        values.add("'code':'" + random.nextLong() + "'");
        for (var name : List.of("folded", "exact", "free")) {
            var text = pick(random, TEXTS);
            add(random, values, "'" + name + "':'" + (text.length() > 40 && name.equals("exact") ? "x" : text) + "'");
        }
        add(random, values, "'whole':" + (random.nextInt(7) - 3));
        add(random, values, "'part':" + (random.nextInt(9) - 4) + "." + random.nextInt(3) + "0");
        add(random, values, "'flag':" + random.nextBoolean());
        add(random, values, "'day':'2020-0" + (1 + random.nextInt(3)) + "-01'");
        add(random, values, "'home':{'city':'" + pick(random, TEXTS) + "'}");
        var tags = new ArrayList<String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add("{'tag':'" + pick(random, TEXTS) + "','rank':" + random.nextInt(4) + "}");
        }
        add(random, values, "'tags':[" + String.join(",", tags) + "]");
        return json("{" + String.join(",", values) + "}");
    }

    private static void add(Random random, List<String> values, String value) {
        if (random.nextInt(4) > 0) {
            values.add(value);
        }
    }

    private String filter(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return comparison(random);
        }
        return switch (random.nextInt(6)) {
            case 0 -> filter(random, depth - 1) + " or " + filter(random, depth - 1);
            case 1 -> "not (" + filter(random, depth - 1) + ")";
            case 2 -> "(" + filter(random, depth - 1) + ") and " + filter(random, depth - 1);
            default -> comparison(random) + " and " + comparison(random);
        };
    }

    private String comparison(Random random) {
        var relation = pick(random, List.of("=", "!=", "<", "<=", ">", ">="));
        var text = "'" + pick(random, TEXTS) + "'";
        return switch (random.nextInt(13)) {
            case 0 -> "folded " + relation + " " + text;
            case 1 -> "exact " + relation + " " + text;
            case 2 -> (random.nextInt(9) - 4) + ".5 " + relation + " whole";
            case 3 -> "whole " + relation + " " + (random.nextInt(7) - 3);
            case 4 -> "part " + relation + " " + (random.nextInt(9) - 4) + "." + random.nextInt(3);
            case 5 -> random.nextBoolean() ? "flag = " + random.nextBoolean() : "flag";
            case 6 -> "day " + relation + " '2020-02-0" + (1 + random.nextInt(2)) + "'";
            case 7 -> "home.city " + relation + " " + text;
            case 8 -> "tags.tag " + relation + " " + text;
            case 9 -> "tags.rank " + relation + " " + random.nextInt(4);
            case 10 -> "id " + relation + " " + random.nextInt(80) + (random.nextBoolean() ? "" : ".5");
            case 11 ->
                pick(random, List.of("lastUpdated", "created")) + " " + relation + " '"
                        + world.clock.instant().minusSeconds(random.nextInt(30)) + "'";
            default ->
                pick(random, List.of("whole", "folded", "home.city", "tags", "tags.tag", "flag", "free"))
                        + (random.nextBoolean() ? " is null" : " is not null");
        };
    }

    private static <T> T pick(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
