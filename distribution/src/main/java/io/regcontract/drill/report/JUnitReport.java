package io.regcontract.drill.report;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.drill.judge.CodeCoverage;
import io.regcontract.drill.judge.DrillDecision;
import io.regcontract.drill.judge.DrillFinding;
import io.regcontract.drill.judge.DrillFinding.Level;
import io.regcontract.drill.judge.DrillOutcome;
import io.regcontract.drill.judge.Standing;
import io.regcontract.report.render.export.XmlText;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML, as continuous integration reads it: a test case for each error that can come, and one for each finding
 * that is about none of them. An error that was never met is a skipped test, unless the policy requires it.
 */
final class JUnitReport {

    private JUnitReport() {}

    private enum Status {
        PASSED,
        FAILED,
        SKIPPED,
        ERROR
    }

    private record TestCase(String group, String name, Status status, String message, List<String> details) {}

    static String text(DrillDecision decision) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            write(decision, xml);
            xml.flush();
        } catch (XMLStreamException failed) {
            throw new IllegalStateException("junit.xml cannot be written", failed);
        }
        return text + "\n";
    }

    private static void write(DrillDecision decision, XMLStreamWriter xml) throws XMLStreamException {
        var cases = cases(decision);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", "regcontract drill " + decision.trial().application());
        attribute(xml, "tests", String.valueOf(cases.size()));
        attribute(xml, "failures", count(cases, Status.FAILED));
        attribute(xml, "errors", count(cases, Status.ERROR));
        attribute(xml, "skipped", count(cases, Status.SKIPPED));
        for (var one : cases) {
            xml.writeCharacters("\n  ");
            write(one, xml);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static List<TestCase> cases(DrillDecision decision) {
        var cases = new ArrayList<TestCase>();
        if (decision.outcome() == DrillOutcome.NOTHING_CALLED) {
            cases.add(new TestCase(
                    "drill", "calls the API", Status.ERROR, decision.sentence(), List.of(decision.sentence())));
        }
        for (var code : decision.codes()) {
            cases.add(testCase(
                    code,
                    decision.findings().stream()
                            .filter(each ->
                                    each.code().isPresent() && each.code().getAsInt() == code.code())
                            .toList()));
        }
        decision.troubles()
                .forEach(trouble ->
                        cases.add(new TestCase("drill.troubles", trouble.drill(), Status.PASSED, "", List.of())));
        int number = 1;
        for (var finding : decision.findings()) {
            boolean told = decision.codes().stream()
                    .anyMatch(
                            code -> finding.code().isPresent() && finding.code().getAsInt() == code.code());
            if (!told) {
                cases.add(new TestCase(
                        "drill.findings",
                        finding.name() + " " + number++,
                        status(finding.level()),
                        finding.sentence(),
                        lines(finding)));
            }
        }
        return cases;
    }

    private static TestCase testCase(CodeCoverage code, List<DrillFinding> findings) {
        var failing =
                findings.stream().filter(each -> each.level() == Level.FAILS).toList();
        var name = code.code() + " " + code.name();
        if (!failing.isEmpty()) {
            return new TestCase(
                    "drill.codes",
                    name,
                    Status.FAILED,
                    failing.get(0).sentence(),
                    failing.stream().flatMap(each -> lines(each).stream()).toList());
        }
        var unjudged = findings.stream()
                .filter(each -> each.level() == Level.NOT_JUDGED)
                .map(DrillFinding::sentence)
                .findFirst();
        return code.standing() == Standing.MET && unjudged.isEmpty()
                ? new TestCase("drill.codes", name, Status.PASSED, "", List.of())
                : new TestCase(
                        "drill.codes",
                        name,
                        Status.SKIPPED,
                        unjudged.orElse(code.standing().words()),
                        List.of());
    }

    private static Status status(Level level) {
        return switch (level) {
            case FAILS -> Status.FAILED;
            case NOT_JUDGED, EXCEPTED -> Status.SKIPPED;
            case WARNS -> Status.PASSED;
        };
    }

    private static List<String> lines(DrillFinding finding) {
        var lines = new ArrayList<String>();
        lines.add(finding.name() + ": " + finding.sentence());
        lines.addAll(finding.evidence());
        return lines;
    }

    private static void write(TestCase one, XMLStreamWriter xml) throws XMLStreamException {
        boolean passed = one.status() == Status.PASSED;
        if (passed) {
            xml.writeEmptyElement("testcase");
        } else {
            xml.writeStartElement("testcase");
        }
        attribute(xml, "classname", one.group());
        attribute(xml, "name", one.name());
        if (!passed) {
            xml.writeStartElement(
                    switch (one.status()) {
                        case FAILED -> "failure";
                        case ERROR -> "error";
                        default -> "skipped";
                    });
            attribute(xml, "message", ServiceText.onOneLine(one.message()));
            if (one.status() != Status.SKIPPED) {
                xml.writeCharacters(XmlText.legal(String.join(
                        "\n", one.details().stream().map(ServiceText::onOneLine).toList())));
            }
            xml.writeEndElement();
            xml.writeEndElement();
        }
    }

    private static String count(List<TestCase> cases, Status status) {
        return String.valueOf(
                cases.stream().filter(one -> one.status() == status).count());
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.legal(value));
    }
}
