package io.citytwin.rules.internal.verify;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.verify.CaseReport;
import io.citytwin.rules.verify.CaseResult;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a report in the XML that JUnit made common. For one thread at a time. */
public final class JunitXml {

    private static final String CASES = "cases/";

    private final XMLStreamWriter out;

    private JunitXml(XMLStreamWriter out) {
        this.out = out;
    }

    /** What came of the files of one folder. */
    private record Suite(List<CaseResult> results, List<Problem> problems) {

        long failures() {
            return results.stream().filter(result -> !result.passed()).count();
        }
    }

    /**
     * Writes a report.
     *
     * @param report of any number of folders
     * @return the whole document
     */
    public static String of(CaseReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitXml(out).document(report);
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text could not be written", impossible);
        }
        return text + "\n";
    }

    private void document(CaseReport report) throws XMLStreamException {
        SortedMap<String, Suite> suites = new TreeMap<>();
        report.results()
                .forEach(result -> suite(suites, result.place()).results().add(result));
        report.problems()
                .forEach(problem -> suite(suites, problem.place()).problems().add(problem));
        out.writeStartDocument("UTF-8", "1.0");
        start(0, "testsuites");
        attribute("name", "citytwin");
        counts(new Suite(report.results(), report.problems()));
        for (var suite : suites.entrySet()) {
            suite(suite.getKey(), suite.getValue());
        }
        end(0);
        out.writeEndDocument();
    }

    private static Suite suite(SortedMap<String, Suite> suites, Place place) {
        return suites.computeIfAbsent(folder(place.file()), none -> new Suite(new ArrayList<>(), new ArrayList<>()));
    }

    /** The folder that holds a case file or another file of a regulation. */
    private static String folder(String file) {
        int cases = ("/" + file).lastIndexOf("/" + CASES);
        int end = cases >= 0 ? cases : file.lastIndexOf('/') + 1;
        String folder = file.substring(0, Math.max(0, end - 1));
        return folder.isEmpty() ? "." : folder;
    }

    private void suite(String folder, Suite suite) throws XMLStreamException {
        start(1, "testsuite");
        attribute("name", folder);
        counts(suite);
        for (CaseResult result : suite.results()) {
            result(result);
        }
        for (Problem problem : suite.problems()) {
            problem(problem);
        }
        end(1);
    }

    private void counts(Suite suite) throws XMLStreamException {
        attribute("tests", suite.results().size() + suite.problems().size());
        attribute("failures", suite.failures());
        attribute("errors", suite.problems().size());
        attribute("skipped", 0);
    }

    private void result(CaseResult result) throws XMLStreamException {
        test(result.regulation(), result.title() + " (" + result.asked() + ")", result.place());
        if (!result.passed()) {
            start(3, "failure");
            attribute("type", "expectation");
            attribute("message", result.difference());
            out.writeCharacters(clean(result.place() + "\nexpected " + result.expected() + "\nactual   "
                    + result.actual() + "\n" + result.explanation()));
            out.writeEndElement();
            indent(2);
        }
        out.writeEndElement();
    }

    private void problem(Problem problem) throws XMLStreamException {
        test(problem.place().file(), problem.code().id(), problem.place());
        start(3, "error");
        attribute("type", problem.code().id());
        attribute("message", problem.what());
        out.writeCharacters(clean(problem.toString()));
        out.writeEndElement();
        indent(2);
        out.writeEndElement();
    }

    private void test(String className, String name, Place place) throws XMLStreamException {
        start(2, "testcase");
        attribute("classname", className);
        attribute("name", name);
        attribute("file", place.file());
        attribute("line", place.line());
    }

    private void start(int depth, String element) throws XMLStreamException {
        indent(depth);
        out.writeStartElement(element);
    }

    private void end(int depth) throws XMLStreamException {
        indent(depth);
        out.writeEndElement();
    }

    private void indent(int depth) throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void attribute(String name, long number) throws XMLStreamException {
        attribute(name, Long.toString(number));
    }

    private void attribute(String name, String text) throws XMLStreamException {
        out.writeAttribute(name, clean(text));
    }

    /** Not even escaped may these characters stand in XML 1.0. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(JunitXml::isAllowed)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static boolean isAllowed(int code) {
        return code == '\t'
                || code == '\n'
                || code == '\r'
                || (code >= 0x20 && code <= 0xD7FF)
                || (code >= 0xE000 && code <= 0xFFFD)
                || (code >= 0x10000 && code <= 0x10FFFF);
    }
}
