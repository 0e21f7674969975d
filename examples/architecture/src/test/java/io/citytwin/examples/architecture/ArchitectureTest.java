package io.citytwin.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {

    private static final JavaClasses CLASSES = Checkout.mainClasses();

    @ParameterizedTest
    @EnumSource
    void everyModuleKeepsTheRule(CityRule rule) {
        rule.below(Checkout.ROOT).check(CLASSES);
    }

    // A rule over nothing passes silently; so would a rule over a class path that lacks a module.
    @Test
    void everyPackageWithSourcesIsLookedAt() {
        Set<String> written = Checkout.files(Checkout.top()).stream()
                .map(file -> Checkout.top().relativize(file).toString().replace('\\', '/'))
                .filter(file -> file.contains("/src/main/java/") && file.endsWith(".java"))
                .map(file -> file.replaceAll(".*/src/main/java/", "").replaceAll("/[^/]*$", ""))
                .map(folder -> folder.replace('/', '.'))
                .collect(Collectors.toSet());
        Set<String> imported =
                CLASSES.stream().map(type -> type.getPackage().getName()).collect(Collectors.toSet());

        assertThat(imported).containsExactlyInAnyOrderElementsOf(written);
        assertThat(imported).contains("io.citytwin.core.model", "io.citytwin.rules", "io.citytwin.adapter.airquality");
    }
}
