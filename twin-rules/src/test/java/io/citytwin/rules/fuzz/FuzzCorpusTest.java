package io.citytwin.rules.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the search begins with and what it ever found, once each: the part of fuzzing that every build can afford. */
class FuzzCorpusTest {

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource(Target.class)
    void nothingInTheCorpusCrashesOrHangs(Target target) throws IOException {
        Bench bench = Bench.in(temp);
        List<Path> seeds = FuzzRun.seeds(target);
        assertThat(seeds).isNotEmpty();
        for (Path seed : seeds) {
            try {
                bench.run(target, Trees.bytes(seed));
            } catch (RuntimeException | Error failure) {
                throw new AssertionError("`" + seed + "`", failure);
            }
        }
    }
}
