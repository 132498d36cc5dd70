package io.regcontract.drill.policy;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.yaml.NearestWord;
import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.contract.yaml.YamlException;
import io.regcontract.drill.policy.DrillPolicy.DrilledStatus;
import io.regcontract.drill.policy.DrillPolicy.Exempt;
import io.regcontract.drill.policy.DrillPolicy.ReactionRule;
import io.regcontract.drill.policy.DrillPolicy.RequiredCode;
import io.regcontract.drill.policy.DrillPolicy.Scope;
import io.regcontract.drill.policy.DrillPolicy.StatusRule;
import io.regcontract.report.policy.Glob;
import io.regcontract.report.policy.PolicyDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a policy of drills. Collects everything wrong before it refuses. */
public final class DrillPolicyReader {

    private static final String FORMAT = "drill-policy";

    private final Collection<String> names;
    private final Collection<String> operations;
    private final List<Problem> problems = new ArrayList<>();

    private DrillPolicyReader(Collection<String> names, Collection<String> operations) {
        this.names = names;
        this.operations = operations;
    }

    /**
     * Reads a file.
     *
     * @param names of findings and reactions: a policy that names another would be trusted in vain
     * @param operations paths of the API, for the same reason
     * @throws YamlException with everything that is wrong, when anything is
     */
    public static DrillPolicy read(Path file, Collection<String> names, Collection<String> operations) {
        return new DrillPolicyReader(names, operations).read(file);
    }

    private DrillPolicy read(Path file) {
        var document = PolicyDocument.read(file, FORMAT, "Name the file of a policy, with --require.", problems);
        var policy = document.map(this::policy);
        if (!problems.isEmpty()) {
            throw new YamlException(problems);
        }
        return policy.orElseThrow();
    }

    private DrillPolicy policy(YamlDocument document) {
        var json = document.json();
        var codes = new ArrayList<RequiredCode>();
        for (int i = 0; i < json.path("codes").size(); i++) {
            codes.add(required(document, "/codes/" + i));
        }
        var reactions = new ArrayList<ReactionRule>();
        for (int i = 0; i < json.path("reactions").size(); i++) {
            var pointer = "/reactions/" + i;
            reactions.add(new ReactionRule(
                    scope(document, pointer, "reaction"),
                    Consequence.valueOf(json.at(pointer + "/then").stringValue().toUpperCase(Locale.ROOT))));
        }
        var exceptions = new ArrayList<Exempt>();
        for (int i = 0; i < json.path("exceptions").size(); i++) {
            var pointer = "/exceptions/" + i;
            exceptions.add(new Exempt(
                    scope(document, pointer, "finding"),
                    json.at(pointer + "/reason").stringValue(),
                    document.place(pointer + "/finding")));
        }
        return new DrillPolicy(codes, reactions, status(json.path("exit-status")), exceptions);
    }

    private RequiredCode required(YamlDocument document, String pointer) {
        var json = document.json().at(pointer);
        return new RequiredCode(
                code(document, pointer).orElseThrow(),
                operation(document, pointer),
                json.path("succeeds-later").booleanValue(false),
                document.place(pointer + "/code"));
    }

    private Scope scope(YamlDocument document, String pointer, String key) {
        var json = document.json().at(pointer);
        var name = json.path(key).stringValue();
        var glob = Glob.of(name);
        if (names.stream().noneMatch(glob::matches)) {
            problems.add(document.problem(
                    pointer + "/" + key,
                    "nothing is named " + name,
                    NearestWord.to(name, names)
                            .map(nearest -> "Did you mean " + nearest + "?")
                            .orElse("Known are " + String.join(", ", names) + ".")));
        }
        return new Scope(glob, code(document, pointer), operation(document, pointer));
    }

    private Optional<Glob> code(YamlDocument document, String pointer) {
        return document.text(pointer + "/code").map(text -> {
            var glob = Glob.of(text);
            boolean documented = text.equals("*")
                    || List.of(ErrorCode.values()).stream()
                            .anyMatch(each -> glob.matches(Integer.toString(each.code())));
            if (!documented) {
                problems.add(document.problem(
                        pointer + "/code",
                        "no documented code is " + text,
                        "Write one of the " + ErrorCode.values().length + " codes, or a pattern of them such as 41?."));
            }
            return glob;
        });
    }

    private Optional<Glob> operation(YamlDocument document, String pointer) {
        return document.text(pointer + "/at").map(text -> {
            var glob = Glob.of(text);
            if (operations.stream().noneMatch(glob::matches)) {
                problems.add(document.problem(
                        pointer + "/at",
                        "no operation of the API is " + text,
                        NearestWord.to(text, operations)
                                .map(nearest -> "Did you mean " + nearest + "?")
                                .orElse("Write a path such as /entity.find, or a pattern such as /entity*.")));
            }
            return glob;
        });
    }

    private static StatusRule status(JsonNode json) {
        return new StatusRule(
                DrilledStatus.valueOf(json.path("drilled").stringValue("any").toUpperCase(Locale.ROOT)),
                json.path("undisturbed").stringValue("success").equals("success"));
    }
}
