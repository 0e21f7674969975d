package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What continuous integration reads is well formed, whatever a case is called. */
class JunitXmlTest {

    @TempDir
    Path directory;

    private static Document read(CaseReport report) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(report.junitXml())));
    }

    private static Element only(Document document, String name) {
        assertThat(document.getElementsByTagName(name).getLength()).isEqualTo(1);
        return (Element) document.getElementsByTagName(name).item(0);
    }

    @Test
    void aSuiteForTheFolderATestForEachExpectation() throws Exception {
        CaseReport report = Northland.copiedTo(directory).run();

        Document document = read(report);

        Element suite = only(document, "testsuite");
        assertThat(suite.getAttribute("name")).isEqualTo("smoke-rules");
        assertThat(suite.getAttribute("tests"))
                .isEqualTo(String.valueOf(report.results().size()));
        assertThat(suite.getAttribute("failures")).isEqualTo("0");
        assertThat(document.getElementsByTagName("testcase").getLength())
                .isEqualTo(report.results().size());
        assertThat(document.getElementsByTagName("failure").getLength()).isZero();
    }

    @Test
    void aFailureHasItsTextItsFileAndItsLine() throws Exception {
        Document document = read(Northland.copiedTo(directory)
                .changed("cases/4-traffic.yaml", "07:30:00: {forbidden: traffic}", "07:30:00: allowed")
                .run());

        Element failure = only(document, "failure");
        assertThat(failure.getAttribute("message")).isEqualTo("it is forbidden by traffic");
        assertThat(failure.getTextContent()).contains("expected allowed", "actual   {forbidden: traffic}", "Act 2");
        Element test = (Element) failure.getParentNode();
        assertThat(test.getAttribute("file")).isEqualTo("smoke-rules/cases/4-traffic.yaml");
        assertThat(test.getAttribute("line")).isEqualTo("10");
        assertThat(test.getAttribute("classname")).isEqualTo(Northland.ID);
    }

    @Test
    void aCaseThatCannotBeReadIsAnError() throws Exception {
        Document document = read(Northland.copiedTo(directory)
                .changed("cases/4-traffic.yaml", "euro: 1}", "eru: 1}")
                .run());

        assertThat(only(document, "error").getAttribute("type")).isEqualTo("R108");
        assertThat(only(document, "error").getTextContent()).contains("`eru`");
        assertThat(only(document, "testsuite").getAttribute("name")).isEqualTo("smoke-rules");
    }

    @Test
    void noNameBreaksIt() throws Exception {
        String hostile =
                "]]> </testcase> <!-- & \"quoted\" 'so' \\0\\x1b[31m \\uFFFE \\uD800 \\U0001F6B2 &#0; =cmd|' /C calc'!A0";
        CaseReport report = Northland.copiedTo(directory)
                .withoutCases()
                .withCase("case: \"" + hostile.replace("\"", "\\\"").replace("\\uD800", "")
                        + "\"\ngiven: {Province/pa: {Level: {2026-01-12: none}}}\n"
                        + "expect: {Province/pa: {Level: {2026-01-16: first}}}\n")
                .run();

        assertThat(report.failures()).hasSize(1);
        Document document = read(report);
        Element test = only(document, "testcase");
        assertThat(test.getAttribute("name"))
                .contains("]]> </testcase> <!-- & \"quoted\" 'so' [31m ", "\uD83D\uDEB2", "&#0;");
        assertThat(report.failures().get(0).name()).contains("\0", "\u001b", "\uFFFE");
        assertThat(report.junitXml()).doesNotContain("\0", "\u001b", "\uFFFE");
    }

    @Test
    void halfACharacterIsLeftOut() throws Exception {
        CaseResult half = new CaseResult(
                "xx",
                "half \uD83D, whole \uD83D\uDEB2",
                java.util.Optional.empty(),
                new io.citytwin.rules.regulation.Place("a/cases/b.yaml", 3, 1),
                "asked",
                "x",
                "y",
                "z \uDEB2",
                "why");
        Document document = read(
                new CaseReport(java.util.List.of(half), java.util.List.of(), java.util.List.of(), java.util.List.of()));

        assertThat(only(document, "testcase").getAttribute("name")).isEqualTo("half , whole \uD83D\uDEB2 (asked)");
        assertThat(only(document, "testsuite").getAttribute("name")).isEqualTo("a");
    }
}
