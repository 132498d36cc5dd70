package io.regcontract.report.record;

import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.failing;
import static io.regcontract.report.TrafficRecord.contradicted;
import static io.regcontract.report.TrafficRecord.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.TrafficRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** A record of recorded traffic is taken for what it is and nothing else, and one of a run never for traffic. */
class TrafficRecordReaderTest {

    private static final String CREATE = "/entity.create";

    @TempDir
    private Path records;

    @Test
    void isReadWithTheTrafficThatWasJudged() {
        var run = read(new TrafficRecord());

        assertThat(run.flaws()).isEmpty();
        assertThat(run.observations()).hasSize(3);
        assertThat(run.traffic().orElseThrow().sentence())
                .isEqualTo("Recorded traffic of shop.har, from 2026-11-20T08:00:00Z to 2026-11-20T09:30:00Z:"
                        + " 305 exchanges, 265 judged, 40 foreign to the API.");
    }

    static Stream<Arguments> wrongRecords() {
        return Stream.of(
                of(
                        "without the line of traffic",
                        new TrafficRecord().withoutTraffic(),
                        "it is of kind traffic, and does not say which traffic was judged"),
                of(
                        "with a catalogue of the suite",
                        new TrafficRecord().header(header -> header.putArray("catalogue")
                                .add("REG-361.entity-create.duplicate-value")),
                        "its catalogue of 1 is not that of recorded traffic"),
                of(
                        "with a catalogue that leaves a pair out",
                        new TrafficRecord()
                                .header(header -> header.withArray("/catalogue").remove(0)),
                        "1 are missing, such as REG-100."),
                of(
                        "that claims to be of a run",
                        new TrafficRecord().environment(here -> here.put("kind", "staging")),
                        "the record says that it is of a run in a staging. Nothing of it counts as driven."),
                of(
                        "of a run in a staging, by its observations",
                        new TrafficRecord()
                                .environment(here -> here.put("kind", "staging"))
                                .withoutTraffic(),
                        "stands for answers of recorded traffic, and the record is of a run in a staging."),
                of(
                        "that is a shard",
                        new TrafficRecord()
                                .header(header -> header.withObject("/shard").put("total", 2)),
                        "a record of traffic is one file, and this says it is shard 1 of 2."),
                of(
                        "that excuses something",
                        new TrafficRecord().environment(here -> here.withArray("/expectedNotDrivable")
                                .addObject()
                                .put("code", 480)
                                .put("reason", "no way")),
                        "a record of traffic drove nothing, so there is nothing that could be excused in it."),
                of("of what was driven", changed(observation -> observation.remove("answers")), "for how many answers"),
                of(
                        "of what was broken",
                        changed(observation ->
                                observation.put("outcome", "broken").put("reason", "no set-up")),
                        "does not say for how many answers of the traffic it stands."),
                of(
                        "with more contradictions than answers",
                        changed(observation -> observation
                                .withObject("/answers")
                                .put("judged", 1)
                                .put("contradicted", 2)),
                        "says that 2 of 1 answers contradict the contract"),
                of(
                        "with a contradiction that no answer has",
                        changed(failing("body.error", "unique_violation", "other")),
                        "says that 0 of 250 answers contradict the contract, and a check that must hold fails."),
                of(
                        "with answers that contradict nothing",
                        changed(observation ->
                                observation.withObject("/answers").put("contradicted", 9)),
                        "says that 9 of 250 answers contradict the contract, and no check that must hold fails."),
                of(
                        "with more answers than failures",
                        changed(observation ->
                                observation.withObject("/answers").put("judged", 9_000)),
                        "it tells of 9003 failing answers of /entity.create, and counts 253."),
                of(
                        "about another operation",
                        changed(observation ->
                                observation.withObject("/requirement").put("operation", "/entity")),
                        "is not about /entity."),
                of(
                        "beyond the catalogue without a remark",
                        new TrafficRecord().witnessed(361, "/clients/list", 2),
                        "REG-361.clients-list.traffic is not in the suite's catalogue."),
                of(
                        "of answers to come",
                        changed(observation ->
                                observation.withObject("/answers").put("last", "2027-01-01T00:00:00Z")),
                        "an answer came at 2027-01-01T00:00:00Z, which is still to come"),
                of(
                        "that ends before it begins",
                        changed(observation ->
                                observation.withObject("/answers").put("last", "2026-11-20T07:00:00Z")),
                        "the last answer came at 2026-11-20T07:00:00Z, before the first"),
                of(
                        "with more judged than there was",
                        new TrafficRecord().traffic(traffic -> traffic.put("exchanges", 3)),
                        "more exchanges were judged or foreign than there were."));
    }

    static Stream<Arguments> unprovenObservations() {
        return Stream.of(
                of(
                        "without a sample",
                        changed(observation -> observation.putArray("exchanges")),
                        "no sample shows any"),
                of(
                        "whose sample shows another code",
                        body("{\"code\":310,\"of\":\"another\"}"),
                        "sample 1 shows code 310, and body.code is said to hold"),
                of(
                        "whose sample shows no code",
                        body("<html>"),
                        "sample 1 shows no code, and body.code is said to hold"),
                of(
                        "whose sample shows another token",
                        body("{\"code\":361,\"request_token\":\"zzzzzzzzzzzzzzzz\"}"),
                        "sample 1 does not show the request token that it tells"),
                of(
                        "whose later sample shows another code",
                        changed(observation -> TrafficRecord.sample(
                                observation.withArray("/exchanges").addObject(), CREATE, "{\"stat\":\"ok\"}")),
                        "sample 2 shows no code, and body.code is said to hold"),
                of(
                        "whose sample is of another operation",
                        changed(observation -> observation
                                .withObject("/exchanges/0/request")
                                .put("url", "https://shop.example/entity")),
                        "sample 1 is of another operation than /entity.create"),
                of(
                        "whose sample has no answer",
                        changed(observation -> ((ObjectNode) observation.at("/exchanges/0")).remove("response")),
                        "sample 1 shows no answer"),
                of(
                        "with a call that only a run makes",
                        changed(observation -> ((ObjectNode) observation.at("/exchanges/0")).put("role", "twin")),
                        "sample 1 is of a call that a run makes beside its drive, and nothing was driven"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"wrongRecords", "unprovenObservations"})
    void isNotTheWholeTruth(String name, TrafficRecord record, String sentence) {
        assertThat(read(record).flaws()).extracting(RecordFlaw::message).anySatisfy(message -> assertThat(message)
                .contains(sentence));
    }

    @Test
    void takesASuitesRecordThatWasRenamedForNoTraffic() {
        var record = new RecordBuilder()
                .environment(here -> here.put("kind", "traffic").put("name", "shop"))
                .writeTo(records);

        var run = reader(record).read(RUN);

        assertThat(run.observations()).isEmpty();
        assertThat(run.flaws())
                .extracting(RecordFlaw::message)
                .anySatisfy(message ->
                        assertThat(message).contains(counted("its catalogue of {all} is not that of recorded traffic")))
                .anySatisfy(message -> assertThat(message).contains("for how many answers of the traffic it stands"));
    }

    @Test
    void refusesTwoRecordsOfTrafficInOneRun() {
        new TrafficRecord().writeTo(records, "observations-other-1of1.jsonl");

        assertThat(read(new TrafficRecord()).flaws())
                .extracting(RecordFlaw::rule)
                .contains("shard-twice");
    }

    @Test
    void takesAContradictionWithAWitnessBehindIt() {
        var run = read(new TrafficRecord()
                .of(361, CREATE, contradicted("body.code", "361", "no code").andThen(observation -> {
                    observation.remove(List.of("answeredCode", "requestToken"));
                    observation.withObject("/exchanges/0/response").put("body", "<html>");
                    TrafficRecord.sample(observation.withArray("/exchanges").addObject(), CREATE, "{\"code\":361}");
                })));

        assertThat(run.flaws()).isEmpty();
        assertThat(run.observations())
                .extracting(observation -> observation.requirement().id())
                .contains(id(361, CREATE));
    }

    private static Arguments of(String name, TrafficRecord record, String sentence) {
        return Arguments.of(name, record, sentence);
    }

    private static TrafficRecord changed(Consumer<ObjectNode> change) {
        return new TrafficRecord().of(361, CREATE, change);
    }

    private static TrafficRecord body(String body) {
        return changed(
                observation -> observation.withObject("/exchanges/0/response").put("body", body));
    }

    private RunRecord read(TrafficRecord record) {
        return reader(record.writeTo(records)).read(RUN);
    }

    private static RecordReader reader(Path records) {
        return new RecordReader(records, Contract.load(), RecordBuilder.DEMANDS);
    }
}
