package io.regcontract.report.render.export;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.report.record.RecordHeader;
import io.regcontract.report.render.ReportModel;
import io.regcontract.report.render.ReportRenderer;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's XML, as continuous integration reads it: one test case for each requirement, under a unique name. */
public final class JUnitXml implements ReportRenderer {

    @Override
    public String fileName() {
        return "junit.xml";
    }

    @Override
    public void write(ReportModel story, Writer out) {
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            write(story, xml);
            xml.flush();
        } catch (XMLStreamException failed) {
            throw new IllegalStateException("junit.xml cannot be written", failed);
        }
    }

    private static void write(ReportModel story, XMLStreamWriter xml) throws XMLStreamException {
        var cases = TestCase.of(story.decision());
        var environment = story.decision()
                .environment()
                .map(RecordHeader.Environment::policyName)
                .orElse("no environment");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        attribute(
                xml,
                "name",
                (story.decision().isOfTraffic() ? "regcontract recorded traffic " : "regcontract ") + environment);
        attribute(xml, "tests", String.valueOf(cases.size()));
        attribute(xml, "failures", count(cases, TestCase.Status.FAILED));
        attribute(xml, "errors", count(cases, TestCase.Status.ERROR));
        attribute(xml, "skipped", count(cases, TestCase.Status.SKIPPED));
        attribute(
                xml,
                "time",
                seconds(cases.stream().mapToDouble(TestCase::millis).sum()));
        if (story.run().header().isPresent()) {
            attribute(
                    xml,
                    "timestamp",
                    story.run().header().get().startedAt().toString().substring(0, "2026-11-22T13:45:00".length()));
        }
        for (var one : cases) {
            xml.writeCharacters("\n  ");
            write(one, xml);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static void write(TestCase one, XMLStreamWriter xml) throws XMLStreamException {
        boolean passed = one.status() == TestCase.Status.PASSED;
        if (passed) {
            xml.writeEmptyElement("testcase");
        } else {
            xml.writeStartElement("testcase");
        }
        attribute(xml, "classname", one.group());
        attribute(xml, "name", one.name());
        attribute(xml, "time", seconds(one.millis()));
        if (!passed) {
            xml.writeStartElement(
                    switch (one.status()) {
                        case FAILED -> "failure";
                        case ERROR -> "error";
                        default -> "skipped";
                    });
            attribute(xml, "message", ServiceText.onOneLine(one.message()));
            if (one.status() != TestCase.Status.SKIPPED) {
                attribute(xml, "type", one.status() == TestCase.Status.FAILED ? "contract" : "environment");
                xml.writeCharacters(XmlText.legal(
                        one.details().stream().map(ServiceText::onOneLine).collect(Collectors.joining("\n"))));
            }
            xml.writeEndElement();
            xml.writeEndElement();
        }
    }

    private static String count(List<TestCase> cases, TestCase.Status status) {
        return String.valueOf(TestCase.count(cases, status));
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.legal(value));
    }

    private static String seconds(double millis) {
        return BigDecimal.valueOf(Math.round(millis), 3).toPlainString();
    }
}
