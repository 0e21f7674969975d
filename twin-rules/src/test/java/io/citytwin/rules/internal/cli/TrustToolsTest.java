package io.citytwin.rules.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.Tool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustToolsTest extends AbstractToolTest {

    private String newKey() {
        assertThat(run("keys new", "office.key")).isEqualTo(Tool.OK);
        return lines().get(1).substring("public  ".length());
    }

    @Override
    int run(String... words) {
        return words[0].equals("keys new") ? super.run("keys", "new", words[1]) : super.run(words);
    }

    private void trust(String key) throws IOException {
        Files.writeString(directory.resolve("trust.yaml"), """
                signatures: required
                keys: {office: %s}
                grants:
                  - {key: office, authorities: ["*"], rank: union, jurisdictions: ["*"], acts: ["*.*"], actuators: ["*.*"]}
                """.formatted(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys new", "sign"})
    void helpShowsAnExample(String tool) {
        assertThat(super.run(Stream.concat(Stream.of(tool.split(" ")), Stream.of("--help"))
                        .toArray(String[]::new)))
                .isEqualTo(Tool.OK);
        assertThat(out.toString()).contains("Usage: citytwin " + tool, "Examples:", "  citytwin " + tool + " ");
    }

    @Test
    void aSignedFolderIsCheckedAndAChangedOneIsRefused() throws IOException {
        trust(newKey());
        assertThat(run("check", "northland", "--trust", "trust.yaml", "--quiet"))
                .isEqualTo(Tool.FINDINGS);
        assertThat(out.toString()).contains("northland/smoke-rules/signature.yaml:1:1 R411 The folder is not signed.");

        assertThat(run("sign", "northland", "--key", "office.key")).isEqualTo(Tool.OK);
        assertThat(lines()).hasSize(2).allMatch(line -> line.startsWith("northland/") && line.contains("signed with"));
        assertThat(run("check", "northland", "--trust", "trust.yaml")).isEqualTo(Tool.OK);
        assertThat(run("test", "northland", "--trust", "trust.yaml")).isEqualTo(Tool.OK);

        northland.changed("rules.drl", "rule", "rule ");
        assertThat(run("check", "northland", "--trust", "trust.yaml", "--quiet"))
                .isEqualTo(Tool.FINDINGS);
        assertThat(out.toString()).contains("R412");
        assertThat(run("check", "northland", "--quiet")).isEqualTo(Tool.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask --folder northland --given Vehicle/v --may circulate --at 2026-01-18T10:00 --trust trust.yaml",
                "explain --folder northland --given Vehicle/v --may circulate --at 2026-01-18T10:00 --trust trust.yaml"
            })
    void anAnswerSaysWhichFoldersItDidNotTrust(String words) throws IOException {
        trust(newKey());
        String refused = "northland/smoke-rules/signature.yaml:1:1 R411 The folder is not signed.";
        assertThat(run(words.split(" "))).isEqualTo(Tool.OK);
        assertThat(err.toString()).contains(refused);

        assertThat(run("sign", "northland", "--key", "office.key")).isEqualTo(Tool.OK);
        assertThat(run(words.split(" "))).isEqualTo(Tool.OK);
        assertThat(err.toString()).doesNotContain("R411");
    }

    @Test
    void aReplayOfAFolderThatIsNotTrustedIsRefused() throws IOException {
        trust(newKey());
        assertThat(run(("backtest northland/smoke-rules --air air --from 2026-01-01 --to 2026-01-02 --trust"
                                + " trust.yaml")
                        .split(" ")))
                .isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("R411");
    }

    @Test
    void thePrivateKeyIsNeverPrinted() throws IOException {
        newKey();
        String secret = Files.readAllLines(directory.resolve("office.key")).get(1);
        String said = out.toString();
        run("sign", "northland", "--key", "office.key");
        said += out.toString() + err;
        run("sign", "northland", "--key", "northland/smoke-rules/rules.drl");
        said += out.toString() + err;
        run("keys new", "office.key");
        said += out.toString() + err;

        assertThat(said).doesNotContain(secret).contains("R414", "never overwritten", "holds no pair of keys");
    }

    @Test
    void wordsThatAreMissingAreSaid() {
        assertThat(super.run("sign", "northland")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("No key is named");
        assertThat(super.run("sign")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(super.run("keys", "new")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(super.run("check", "northland", "--trust", "none.yaml")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("R401");
    }

    @Test
    void anArchiveIsCheckedLikeAFolder() throws IOException {
        pack(List.of());
        assertThat(run("check", "laws.zip", "--today", "2026-03-13")).isEqualTo(Tool.OK);
        assertThat(lines()).endsWith("2 folders, 0 mistakes, 5 warnings, 4 open points");

        pack(List.of("../evil.txt"));
        assertThat(run("check", "laws.zip", "--quiet")).isEqualTo(Tool.FINDINGS);
        assertThat(out.toString()).contains("R421 The entry `../evil.txt` leads out of the archive.");
    }

    private void pack(List<String> more) throws IOException {
        Path folders = directory.resolve("northland");
        try (OutputStream file = Files.newOutputStream(directory.resolve("laws.zip"));
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> walk = Files.walk(folders)) {
            for (Path one : walk.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(folders.relativize(one).toString().replace('\\', '/')));
                zip.write(Files.readAllBytes(one));
            }
            for (String name : more) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
    }

    @Test
    void textOfAFolderCannotCommandATerminal() {
        northland
                .changed("parameters.yaml", "unit: days", "unit: \"\\e[2Jdays\"")
                .changed("cases/4-traffic.yaml", "case: ", "case: \"=cmd()\\e[31m<script>\" # ");
        run("check", "northland");
        String said = out.toString();
        run("test", "northland");
        said += out.toString() + err;

        assertThat(said).doesNotContain("\u001b").contains("R106");
    }
}
