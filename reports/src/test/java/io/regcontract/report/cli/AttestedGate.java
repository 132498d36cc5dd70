package io.regcontract.report.cli;

import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.attest.KeyFiles;
import io.regcontract.report.record.RecordCriteria;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A project whose gate attests what it decides: the files, the two commands, and what they say. */
final class AttestedGate {

    static final String DIGEST = "sha256:" + "a1".repeat(32);
    static final String SUBJECT = "registry.example/app@" + DIGEST;

    /** One that is in order, and of another environment than the records that are judged. */
    static final String WAIVER =
            """
            waivers:
              - id: W-1
                requirement: REG-361.*
                environments: [staging]
                check: body.error
                actual: constraint_violation
                reason: mended in the next release
                issue: https://issues.example/1
                owner: accounts team
                created: 2026-11-20
                expires: 2026-12-01
                strict: true
            """;

    final Path root;
    final Path file;
    final KeyFiles keys;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    AttestedGate(Path root) {
        this(root, KeyFiles.ecdsa(root, "key"));
    }

    AttestedGate(Path root, KeyFiles keys) {
        this.root = root;
        this.file = root.resolve("attestation.json");
        this.keys = keys;
        ShippedPolicy.copyTo(root);
    }

    Path records() {
        return root.resolve("contract-tests/target/regcontract/runs");
    }

    /** Judges a record and has the verdict attested. */
    int attest(RecordBuilder record, String... more) {
        record.writeTo(records());
        var arguments = new ArrayList<>(List.of("--attest", file.toString(), "--subject", SUBJECT));
        arguments.addAll(List.of(more));
        return gate(arguments.toArray(String[]::new));
    }

    int sign(RecordBuilder record) {
        return attest(record, "--sign", keys.signing().toString());
    }

    int gate(String... arguments) {
        var all = new ArrayList<>(List.of("gate", "--root", root.toString()));
        all.addAll(List.of(arguments));
        return execute(all);
    }

    int verify(String... more) {
        var all = new ArrayList<>(List.of(
                "verify-attestation", file.toString(), "--key", keys.checking().toString()));
        all.addAll(List.of(more));
        return execute(all);
    }

    private int execute(List<String> arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return ReportsCommand.commandLine(
                        new GateCommand(Clock.fixed(RecordBuilder.NOW, ZoneOffset.UTC), RecordCriteria::ofAnyCatalogue))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    /** What the last command printed. */
    String out() {
        return out.toString();
    }

    /** What the last command complained about, on one line. */
    String err() {
        return err.toString().strip();
    }

    /** The statement, signed or not. */
    JsonNode statement() {
        var json = json();
        return json.has("payload")
                ? JsonMapper.shared()
                        .readTree(new String(
                                Base64.getDecoder().decode(json.get("payload").stringValue()), StandardCharsets.UTF_8))
                : json;
    }

    JsonNode json() {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String result() {
        return statement().at("/predicate/result").stringValue();
    }

    /** The ids in a list of the predicate. */
    List<String> tests(String list) {
        return StreamSupport.stream(statement().path("predicate").path(list).spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }
}
