package io.regcontract.pair.report;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.pair.compare.ComparedOperation;
import io.regcontract.pair.compare.ComparedRequirement;
import io.regcontract.pair.compare.PairState;
import io.regcontract.pair.judge.PairDecision;
import io.regcontract.pair.judge.PairFinding;
import io.regcontract.report.judge.GateOutcome;
import io.regcontract.report.render.export.XmlText;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML: a test case for each code at an operation, and one for what keeps the pair from a decision. What was not
 * compared is a skipped test.
 */
final class PairJUnit {

    private PairJUnit() {}

    static String text(PairDecision decision) {
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

    private static void write(PairDecision decision, XMLStreamWriter xml) throws XMLStreamException {
        var operations = decision.comparison().operations();
        var errors = decision.findings().stream()
                .filter(finding -> finding.leadsTo() != GateOutcome.PASS && finding.leadsTo() != GateOutcome.CONTRACT)
                .toList();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        attribute(
                xml,
                "name",
                "regcontract pair " + decision.old().name() + " "
                        + decision.now().name());
        attribute(xml, "tests", String.valueOf(operations.size() + errors.size()));
        attribute(xml, "failures", count(operations, "failure"));
        attribute(xml, "errors", String.valueOf(errors.size()));
        attribute(xml, "skipped", count(operations, "skipped"));
        for (var one : operations) {
            write(one, xml);
        }
        for (PairFinding error : errors) {
            testCase(xml, "pair.halves", error.sentence(), "error", error.sentence(), error.sentence());
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static String count(List<ComparedOperation> operations, String element) {
        return String.valueOf(
                operations.stream().filter(one -> element(one).equals(element)).count());
    }

    /** What a test case says; empty for one that passes. */
    private static String element(ComparedOperation one) {
        if (one.requirements().stream().anyMatch(ComparedRequirement::losesWhatWasKept)) {
            return "failure";
        }
        return one.requirements().stream()
                        .allMatch(requirement -> requirement.state() == PairState.SAME
                                || requirement.state() == PairState.DECLARED
                                || requirement.state() == PairState.DIFFERS)
                ? ""
                : "skipped";
    }

    private static void write(ComparedOperation one, XMLStreamWriter xml) throws XMLStreamException {
        var element = element(one);
        testCase(
                xml,
                "pair." + one.code(),
                one.code() + " " + one.operation(),
                element,
                one.state().words(),
                element.equals("failure")
                        ? one.requirements().stream()
                                .filter(ComparedRequirement::losesWhatWasKept)
                                .flatMap(requirement -> requirement.differences().stream()
                                        .map(difference -> requirement.id() + ": " + difference.sentence()))
                                .map(ServiceText::onOneLine)
                                .collect(Collectors.joining("\n"))
                        : "");
    }

    private static void testCase(
            XMLStreamWriter xml, String group, String name, String element, String message, String text)
            throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        attribute(xml, "classname", group);
        attribute(xml, "name", ServiceText.onOneLine(name));
        if (!element.isEmpty()) {
            xml.writeStartElement(element);
            attribute(xml, "message", ServiceText.onOneLine(message));
            xml.writeCharacters(XmlText.legal(text));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.legal(value));
    }
}
