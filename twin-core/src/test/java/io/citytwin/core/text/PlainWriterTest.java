package io.citytwin.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlainWriterTest {

    private final StringWriter written = new StringWriter();
    private final PrintWriter out = PlainWriter.over(written);

    @Test
    void signsThatCommandATerminalAreShownInsteadOfObeyed() {
        out.print("a\u001b[2Jb\u009b1Ac\u0007d\u0000e\bf");
        out.flush();

        assertThat(written).hasToString("a\uFFFD[2Jb\uFFFD1Ac\uFFFDd\uFFFDe\uFFFDf");
    }

    @Test
    void aLineCannotBeWrittenOverAndTextCannotBeTurned() {
        out.print("3 mistakes\rno mistakes \u202Eevil\u2066");
        out.flush();

        assertThat(written).hasToString("3 mistakes\uFFFDno mistakes \uFFFDevil\uFFFD");
    }

    @Test
    void allOtherTextIsWrittenAsItIs() {
        String text = "tab\t\u00e9 \uD83D\uDE8C \u05D0\u200F line\r\nnext\n";
        out.write(text);
        out.write('x');
        out.flush();

        assertThat(written).hasToString(text + "x");
    }

    @Test
    void whatToolsPrintIsPlainWithoutFurtherCare() {
        Console console = new Console(new PrintWriter(written), new PrintWriter(written), Path.of(""));
        console.out().println("\u001b]0;title\u0007");
        console.err().printf("%s%n", "\u001b[31m");

        assertThat(written.toString().lines()).containsExactly("\uFFFD]0;title\uFFFD", "\uFFFD[31m");
    }
}
