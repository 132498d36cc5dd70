package io.regcontract.report.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.builder.AstBuilder;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilePhase;
import org.jspecify.annotations.Nullable;

/**
 * What a declarative Jenkinsfile may hold, as "Pipeline Syntax" of Jenkins' handbook lists it. Jenkins' own linter runs on a
 * server only; this parses the file as Jenkins does, as Groovy, and looks at the names of its blocks.
 */
final class Jenkinsfile {

    private static final String PIPELINE = "pipeline";
    private static final String STAGE = "stage";

    /** Where any step may stand, or an expression: what plugins bring is not known here. */
    private static final Set<String> OPEN = Set.of("steps", "always", "environment", "expression", "axes", "matrix");

    private static final List<String> WORK = List.of("steps", "stages", "parallel", "matrix");

    private static final Map<String, Set<String>> ALLOWED = Map.of(
            PIPELINE,
            Set.of("agent", "stages", "post", "environment", "options", "parameters", "triggers", "tools"),
            "stages",
            Set.of(STAGE),
            "parallel",
            Set.of(STAGE),
            STAGE,
            Set.of(
                    "agent",
                    "steps",
                    "stages",
                    "parallel",
                    "matrix",
                    "post",
                    "environment",
                    "options",
                    "when",
                    "input",
                    "tools",
                    "failFast"),
            "post",
            Set.of(
                    "always",
                    "changed",
                    "fixed",
                    "regression",
                    "aborted",
                    "failure",
                    "success",
                    "unstable",
                    "unsuccessful",
                    "cleanup"),
            "when",
            Set.of(
                    "beforeAgent",
                    "beforeInput",
                    "beforeOptions",
                    "branch",
                    "buildingTag",
                    "changelog",
                    "changeset",
                    "changeRequest",
                    "environment",
                    "equals",
                    "expression",
                    "tag",
                    "not",
                    "allOf",
                    "anyOf",
                    "triggeredBy"),
            "options",
            Set.of(
                    "buildDiscarder",
                    "checkoutToSubdirectory",
                    "disableConcurrentBuilds",
                    "disableResume",
                    "overrideIndexTriggers",
                    "parallelsAlwaysFailFast",
                    "preserveStashes",
                    "quietPeriod",
                    "retry",
                    "skipDefaultCheckout",
                    "skipStagesAfterUnstable",
                    "timeout",
                    "timestamps"),
            "parameters",
            Set.of("string", "text", "booleanParam", "choice", "password"));

    private final List<String> wrong = new ArrayList<>();

    private Jenkinsfile() {}

    /** What is wrong with one, a line each. */
    static List<String> wrongWith(String text) {
        var file = new Jenkinsfile();
        List<ASTNode> parsed;
        try {
            parsed = new AstBuilder().buildFromString(CompilePhase.CONVERSION, false, text);
        } catch (CompilationFailedException | IllegalStateException noGroovy) {
            return List.of("no Groovy: " + noGroovy.getMessage());
        }
        var top = calls((BlockStatement) parsed.get(0));
        if (top.size() != 1 || !top.get(0).getMethodAsString().equals(PIPELINE)) {
            return List.of("it is not one block 'pipeline'");
        }
        file.look(PIPELINE, PIPELINE, top.get(0));
        return file.wrong;
    }

    private void look(String block, String shown, MethodCallExpression call) {
        var closure = closure(call);
        if (closure == null || OPEN.contains(block)) {
            return;
        }
        var inside = calls((BlockStatement) closure.getCode());
        var names = inside.stream().map(MethodCallExpression::getMethodAsString).toList();
        var allowed = ALLOWED.getOrDefault(block, Set.of());
        names.stream()
                .filter(name -> !allowed.contains(name))
                .forEach(name -> wrong.add(shown + " has no '" + name + "'"));
        if (block.equals(PIPELINE)) {
            List.of("agent", "stages").stream()
                    .filter(needed -> !names.contains(needed))
                    .forEach(needed -> wrong.add(shown + " needs '" + needed + "'"));
        }
        if (block.equals(STAGE) && names.stream().filter(WORK::contains).count() != 1) {
            wrong.add(shown
                    + (names.stream().noneMatch(WORK::contains) ? " has none of " : " has more than one of ")
                    + WORK);
        }
        for (var each : inside) {
            var name = each.getMethodAsString();
            look(name, name.equals(STAGE) ? "stage '" + firstArgument(each) + "'" : name, each);
        }
    }

    private static List<MethodCallExpression> calls(BlockStatement block) {
        return block.getStatements().stream()
                .filter(ExpressionStatement.class::isInstance)
                .map(statement -> ((ExpressionStatement) statement).getExpression())
                .filter(MethodCallExpression.class::isInstance)
                .map(MethodCallExpression.class::cast)
                .toList();
    }

    private static @Nullable ClosureExpression closure(MethodCallExpression call) {
        return call.getArguments() instanceof ArgumentListExpression arguments
                        && !arguments.getExpressions().isEmpty()
                        && arguments
                                        .getExpressions()
                                        .get(arguments.getExpressions().size() - 1)
                                instanceof ClosureExpression closure
                ? closure
                : null;
    }

    private static String firstArgument(MethodCallExpression call) {
        return call.getArguments() instanceof ArgumentListExpression arguments
                        && arguments.getExpression(0) instanceof ConstantExpression name
                ? String.valueOf(name.getValue())
                : "?";
    }
}
