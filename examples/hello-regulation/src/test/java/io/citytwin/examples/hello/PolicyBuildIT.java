package io.citytwin.examples.hello;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample project of somebody who keeps regulation folders, built by Maven as its workflow says, with the jars that
 * `package` made. Needs the network once, for the plugins of the sample.
 */
class PolicyBuildIT {

    private static final Path SAMPLE = Path.of("src/test/policy");
    private static final Path TOP = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path LAW = TOP.resolve("twin-rules/regulations-it/src/main/resources/it/nazionale/heating");
    private static final String VERSION = "0.1.0-SNAPSHOT";

    @TempDir
    private Path temp;

    private Path project;
    private Path repository;

    @BeforeEach
    void copy() throws IOException {
        project = temp.resolve("policy");
        repository = temp.resolve("repository");
        copy(SAMPLE, project);
        copy(LAW, project.resolve("src/main/regulations/heating"));
        deploy("citytwin-parent", TOP.resolve("pom.xml"));
        deploy("twin-core", TOP.resolve("twin-core/pom.xml"));
        deploy("twin-rules", TOP.resolve("twin-rules/pom.xml"));
        deploy("twin-regulations-it", TOP.resolve("twin-rules/regulations-it/pom.xml"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path place = to.resolve(from.relativize(file).toString());
                Files.createDirectories(place.getParent());
                Files.copy(file, place);
            }
        }
    }

    /** Puts what this build made where Maven looks for it, and nothing into the repository of this machine. */
    private void deploy(String artifact, Path pom) throws IOException {
        Path folder = Files.createDirectories(
                repository.resolve("io/citytwin").resolve(artifact).resolve(VERSION));
        String name = artifact + "-" + VERSION;
        Files.copy(pom, folder.resolve(name + ".pom"));
        Path jar = Path.of("target/lib", name + ".jar");
        if (Files.exists(jar)) {
            Files.copy(jar, folder.resolve(name + ".jar"));
        }
    }

    private String build(boolean succeeds) throws IOException, InterruptedException {
        String workflow = Files.readString(project.resolve(".github/workflows/regulations.yml"));
        List<String> runs = workflow.lines()
                .filter(line -> line.contains("- run: "))
                .map(line -> line.replace("- run: ", "").strip())
                .toList();
        assertThat(runs).hasSize(1).first().asString().startsWith("mvn ");

        List<String> words = new ArrayList<>(List.of(runs.get(0).split(" ")));
        words.set(0, TOP.resolve("mvnw").toString());
        words.add("-Dmaven.repo.local=" + repository);
        words.add("-Dmaven.repo.local.tail=" + System.getProperty("citytwin.repository"));
        Path log = temp.resolve("log.txt");
        Process maven = new ProcessBuilder(words)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(maven.waitFor(5, TimeUnit.MINUTES)).isTrue();
            String said = Files.readString(log);
            assertThat(maven.exitValue() == 0).as(said).isEqualTo(succeeds);
            return said;
        } finally {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly();
        }
    }

    @Test
    void soundFoldersPassAndAMistakeFailsTheBuildWithItsPlace() throws IOException, InterruptedException {
        assertThat(build(true)).contains("Tests run: 1, Failures: 0", "0 failed");

        Path values = project.resolve("src/main/regulations/heating/parameters.yaml");
        Files.writeString(values, Files.readString(values).replaceFirst("unit: ", "unti: "));
        // The same mistake is found without any test of Java.
        Files.delete(project.resolve("src/test/java/com/example/RegulationsTest.java"));
        assertThat(build(false)).contains("src/main/regulations/heating/parameters.yaml:", "`unti`");
    }
}
