package io.citytwin.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.verify.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No class is made from a policy file, so there is none to inspect before it is loaded: the virtual machine itself is asked
 * which classes it defines while folders are read, compiled and evaluated.
 */
class NoCodeTest {

    private static final Path FOLDERS = Path.of("src/test/resources/verify/northland");
    private static final Path HOSTILE = Path.of("src/test/resources/hostile");

    @TempDir
    private Path temp;

    @Test
    void readingAndEvaluatingAnotherFolderDefinesNoClass() throws IOException {
        Path other = temp.resolve("other");
        Folders.copy(FOLDERS, other);
        Path rules = other.resolve("smoke-rules/rules.drl");
        Files.writeString(rules, Files.readString(rules).replace("$", "$other"));
        Path header = other.resolve("smoke-rules/regulation.yaml");
        Files.writeString(header, Files.readString(header).replace("authority: ", "authority: Other "));
        evaluate(FOLDERS);
        evaluate(FOLDERS);

        assertThat(defined(() -> evaluate(other))).isEmpty();
    }

    @Test
    void theRecordingSeesAClassThatIsDefined() throws IOException {
        class FirstUse {}

        assertThat(defined(() -> assertThat(new FirstUse()).isNotNull())).anyMatch(name -> name.endsWith("FirstUse"));
    }

    @Test
    void everyClassOfAWholeRunComesFromAFileOfThisLibraryOrTheJdk() throws IOException, InterruptedException {
        Path log = temp.resolve("classes.txt");
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log + ":none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.citytwin.core.spi.ToolLauncher",
                        "test",
                        FOLDERS.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("said.txt").toFile())
                .start()
                .waitFor();
        assertThat(temp.resolve("said.txt")).content().contains("24 cases", "0 failed");
        assertThat(status).isZero();

        Set<String> loaded = new TreeSet<>();
        for (String line : Files.readAllLines(log)) {
            String name = line.split(" ")[0];
            String source = line.substring(line.indexOf("source: ") + "source: ".length());
            loaded.add(name);
            // The source of a lambda is the class that it stands in.
            assertThat(loaded.contains(source) || isKnown(name, source))
                    .as(line)
                    .isTrue();
            assertThat(name).doesNotStartWith("javax.tools.").doesNotStartWith("com.sun.tools.");
        }
        assertThat(loaded).hasSizeGreaterThan(2_000);
    }

    private static boolean isKnown(String name, String source) {
        return switch (source) {
            // The JDK's own machinery for lambdas, annotations and reflection.
            case "__JVM_LookupDefineClass__" -> name.startsWith("java.lang.invoke.");
            case "__dynamic_proxy__" -> name.startsWith("jdk.proxy") || name.startsWith("com.sun.proxy.");
            case "__ClassDefiner__" -> name.startsWith("jdk.internal.reflect.");
            default ->
                source.startsWith("jrt:/")
                        || source.startsWith("shared objects file")
                        || source.matches("file:.*(\\.jar|classes/?)");
        };
    }

    @Test
    void hostileFoldersDefineNoClassOfTheirOwn() throws IOException {
        // The first time, messages that nobody needed before are loaded from this library's and the JDK's own files.
        hostile();

        assertThat(defined(this::hostile)).isEmpty();
    }

    private void hostile() throws IOException {
        try (Stream<Path> kinds = Files.list(HOSTILE)) {
            for (Path kind : kinds.sorted().toList()) {
                BundleReport report =
                        RegulationBundle.directory(kind.resolve("laws")).report();
                assertThat(report.folders()).isPositive();
            }
        }
    }

    private static void evaluate(Path folders) throws IOException {
        RegulationBundle bundle = RegulationBundle.directory(folders);
        assertThat(bundle.report().isClean()).isTrue();
        assertThat(Cases.runAll(bundle).passed()).isTrue();
        try (RegulationEngine engine =
                RegulationEngine.builder().regulations(bundle).build()) {
            Twin car = AssetTypes.builtIn().twin("xx:car", "Vehicle");
            engine.put(car);
            assertThat(engine.findings(car.id())).isEmpty();
        }
    }

    /** Something that reads files. */
    private interface Work {
        void run() throws IOException;
    }

    private Set<String> defined(Work work) throws IOException {
        Path file = temp.resolve("recording.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ClassDefine").withoutStackTrace();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        Set<String> names = new TreeSet<>();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                RecordedClass defined = event.getClass("definedClass");
                // The JDK spins more of its own machinery when something has run often enough, and loads a part of
                // itself
                // when two of its threads first wait for each other. Nobody else can define a class of java.util.
                if (!defined.getName()
                        .matches("(jdk\\.jfr|jdk\\.internal|java\\.lang\\.invoke|java\\.util\\.concurrent)\\..*")) {
                    names.add(defined.getName());
                }
            }
        }
        return names;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.eclipse.jdt.internal.compiler.Compiler",
                "org.mvel2.MVEL",
                "com.github.javaparser.JavaParser",
                "org.antlr.runtime.Parser",
                "org.antlr.v4.runtime.Parser",
                "org.drools.modelcompiler.builder.generator.ModelGenerator",
                "org.drools.ecj.EclipseJavaCompiler",
                "org.drools.drl.parser.DrlParser"
            })
    void nothingThatCompilesOrParsesCodeIsThere(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }
}
