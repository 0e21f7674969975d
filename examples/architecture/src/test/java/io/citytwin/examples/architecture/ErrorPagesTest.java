package io.citytwin.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.error.ErrorCode;
import io.citytwin.core.spi.ErrorCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code of every module has a page that {@code citytwin help CODE} prints. */
class ErrorPagesTest {

    private static final int LONGEST = 40;

    static Stream<ErrorCode> codes() {
        List<ErrorCode> codes = new ArrayList<>();
        ServiceLoader.load(ErrorCatalog.class).forEach(catalog -> codes.addAll(catalog.codes()));
        return codes.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void theCodeHasAPageUnderItsOwnHeading(ErrorCode code) {
        String page = code.page().orElse("");

        assertThat(page)
                .as(
                        "codes/%s.md in the resources of %s",
                        code.id(), code.getClass().getPackageName())
                .startsWith("# " + code.id() + " " + code.meaning() + "\n\n")
                .contains("How to find it")
                .endsWith("\n");
        assertThat(page.lines().count()).isBetween(4L, (long) LONGEST);
    }

    @Test
    void noTwoModulesGiveOneCode() {
        assertThat(codes().map(ErrorCode::id))
                .hasSizeGreaterThan(60)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Z]\\d{3}"));
    }
}
