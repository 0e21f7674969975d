package io.citytwin.examples.milan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip on a machine that has a JRE and no more. */
class DistributionIT {

    /** What a browser or a file manager might make of the name. */
    private static final String ODD = "Città ! (nuova) 2";

    private static final String HEATING = "twin-rules/regulations-it/src/main/resources/it/nazionale/heating";

    @TempDir
    private static Path temp;

    private static Unpacked unpacked;

    @BeforeAll
    static void unpack() throws IOException {
        Path odd = Files.createDirectories(temp.resolve(ODD));
        unpacked = Unpacked.into(odd);
        Unpacked.copy(Unpacked.TOP.resolve(HEATING), odd.resolve("my rules"));
    }

    /** A Java without compiler, from the one that runs this test. */
    private static Path jre() {
        Path jre = temp.resolve("jre");
        Optional<ToolProvider> jlink = ToolProvider.findFirst("jlink");
        assertThat(jlink).as("jlink, part of any JDK").isPresent();
        StringWriter said = new StringWriter();
        int status = jlink.get()
                .run(
                        new PrintWriter(said),
                        new PrintWriter(said),
                        "--add-modules",
                        "java.se,jdk.unsupported",
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        jre.toString());
        assertThat(status).as(said.toString()).isZero();
        assertThat(jre.resolve("bin/javac")).doesNotExist();
        return jre;
    }

    @Test
    void theLauncherFindsItsJarsAndNeedsAJreOnly() throws IOException, InterruptedException {
        Map<String, String> environment =
                Map.of("PATH", jre().resolve("bin") + ":" + System.getenv("PATH"), "LANG", "C");

        Shell.Ended checked = Shell.run(
                temp.resolve(ODD),
                environment,
                unpacked.folder().resolve("citytwin").toString(),
                "check",
                "my rules");
        assertThat(checked.text()).contains("1 folders, 0 mistakes").doesNotContain("building");
        assertThat(checked.status()).isZero();

        Path values = temp.resolve(ODD).resolve("my rules/parameters.yaml");
        Files.writeString(values, Files.readString(values).replaceFirst("unit: ", "unti: "));
        Shell.Ended broken = Shell.run(
                temp.resolve(ODD),
                environment,
                unpacked.folder().resolve("citytwin").toString(),
                "check",
                "my rules");
        assertThat(broken.text()).contains("my rules/parameters.yaml:", "`unti`");
        assertThat(broken.status()).isEqualTo(1);
    }

    @Test
    void withoutJavaOrJarsItSaysSoAndDoesNotPassForAFinding() throws IOException, InterruptedException {
        Path launcher = unpacked.folder().resolve("citytwin");
        Shell.Ended none = Shell.run(temp, Map.of("JAVA_HOME", "/nowhere"), launcher.toString(), "check");
        assertThat(none.text()).contains("JAVA_HOME is `/nowhere`");
        assertThat(none.status()).isEqualTo(2);

        Path alone = Files.createDirectories(temp.resolve("alone")).resolve("citytwin");
        Files.copy(launcher, alone);
        Shell.Ended lost =
                Shell.run(temp, Map.of("JAVA_HOME", System.getProperty("java.home")), "sh", alone.toString(), "check");
        assertThat(lost.text()).contains("there is no folder", "Maybe unpack");
        assertThat(lost.status()).isEqualTo(2);
    }

    /** Java takes `!/` for the end of a jar's name. */
    @Test
    void aFolderThatJavaCannotReadJarsFromIsNamed() throws IOException, InterruptedException {
        Path bad = Files.createDirectories(temp.resolve("new!/lib")).getParent();
        Files.copy(unpacked.folder().resolve("citytwin"), bad.resolve("citytwin"));
        Shell.Ended said =
                Shell.run(temp, Map.of("JAVA_HOME", System.getProperty("java.home")), "sh", bad + "/citytwin", "check");

        assertThat(said.text()).contains("ends in `!`", "Maybe rename it");
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void holdsLaunchersJarsAndLicences() throws IOException {
        assertThat(files(unpacked.folder()))
                .contains("citytwin", "citytwin.cmd", "LICENSE", "THIRD-PARTY", "README.md", "lib");
        assertThat(unpacked.folder().resolve("citytwin")).isExecutable();
        // The launcher of a checkout runs the same jars.
        assertThat(files(unpacked.folder().resolve("lib")))
                .hasSizeGreaterThan(20)
                .containsExactlyInAnyOrderElementsOf(files(Path.of("target/lib")).stream()
                        .filter(name -> name.endsWith(".jar"))
                        .toList());
    }

    /** The same sources give the same bytes: no entry tells when it was packed. */
    @Test
    void everyEntryHasTheSameTime() throws IOException {
        try (ZipFile zip = new ZipFile(Unpacked.zip().toFile())) {
            assertThat(zip.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
