package io.citytwin.rules.internal.cli;

import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.ToolLauncher;
import io.citytwin.rules.verify.Northland;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Calls tools in a folder of their own, with a copy of the made-up regulations in it. */
abstract class AbstractToolTest {

    @TempDir
    Path directory;

    Northland northland;
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    @BeforeEach
    void copy() {
        northland = Northland.copiedTo(directory.resolve("northland"));
    }

    int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return ToolLauncher.ofClassPath(false)
                .run(List.of(words), new Console(new PrintWriter(out), new PrintWriter(err), directory));
    }

    List<String> lines() {
        return out.toString().lines().toList();
    }

    static String[] with(String[] call, String... more) {
        List<String> words = new ArrayList<>(List.of(call));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }
}
