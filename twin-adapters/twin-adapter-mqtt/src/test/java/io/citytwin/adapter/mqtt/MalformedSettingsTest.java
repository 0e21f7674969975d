package io.citytwin.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.config.AdaptersFile;
import io.citytwin.adapter.config.SettingsProblem;
import io.citytwin.core.asset.AssetTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One file per mistake; its first line says at which line it is told and with which words. */
class MalformedSettingsTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    @TempDir
    private Path folder;

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("malformed"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theMistakeIsToldWhereItStands(Path file) throws IOException {
        List<SettingsProblem> problems = read(file).problems();
        String[] told = Files.readAllLines(file).get(0).substring(2).split(" ", 2);
        assertThat(problems).hasSize(1);
        SettingsProblem problem = problems.get(0);
        assertThat(problem.line()).as(problem.toString()).isEqualTo(Integer.parseInt(told[0]));
        assertThat(problem.toString()).contains(told[1].split("\\|")).doesNotContain("hunter2");
        assertThat(problem.advice()).startsWith("Maybe ");
    }

    /** The control: what all the files were made from is fine. */
    @Test
    void theFileWithoutAMistakeIsTaken() throws IOException {
        Files.writeString(folder.resolve("broker-password"), "words");
        assertThat(read(RESOURCES.resolve("lamps.yaml")).adapters()).hasSize(1);
    }

    @Test
    void allMistakesAreToldAtOnce() throws IOException {
        String text = Files.readString(RESOURCES.resolve("malformed/unit-other.yaml"))
                .replace("type: LampPost\n        property", "type: LampPots\n        property")
                .replace("false: bad", "false: broken");
        Path file = Files.writeString(folder.resolve("many.yaml"), text);
        assertThat(read(file).problems()).hasSize(3);
    }

    private AdaptersFile read(Path file) throws IOException {
        Files.writeString(folder.resolve("password"), "words");
        Path copy = folder.resolve(file.getFileName());
        if (!copy.equals(file)) {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return AdaptersFile.read(copy, AssetTypes.builtIn());
    }
}
