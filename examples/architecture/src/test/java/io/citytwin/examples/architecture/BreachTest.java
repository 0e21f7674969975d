package io.citytwin.examples.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule is shown a small city with planted breaches and innocent neighbours, and must name exactly the planted. */
class BreachTest {

    private static final Map<String, JavaClasses> CITIES = new ConcurrentHashMap<>();

    private static final Map<CityRule, Plant> PLANTS = Map.ofEntries(
            entry(CityRule.CORE_SEES_ONLY_ITSELF, plant("layers", "core.CoreReachesRules")),
            entry(CityRule.RULES_SEE_ONLY_CORE, plant("layers", "rules.RulesReachAdapter")),
            entry(CityRule.REGULATIONS_SEE_ONLY_RULES_AND_CORE, plant("layers", "regulations.it.LawReachesAdapter")),
            entry(CityRule.ADAPTERS_SEE_ONLY_CORE, plant("layers", "adapter.air.AdapterReachesRules")),
            entry(
                    CityRule.RULES_AND_ADAPTERS_NEVER_MEET,
                    plant("layers", "rules.RulesReachAdapter", "adapter.air.AdapterReachesRules")),
            entry(
                    CityRule.INTERNAL_STAYS_INSIDE_ITS_MODULE,
                    plant("internals", "examples.hello.Intruder", "adapter.tram.Neighbour", "rules.flink.Cousin")),
            entry(
                    CityRule.SIGNATURES_HIDE_VENDORS,
                    plant(
                            "signatures",
                            "rules.LeaksByReturn",
                            "rules.LeaksByParameter",
                            "rules.LeaksByField",
                            "rules.LeaksByConstructor",
                            "rules.LeaksBySupertype",
                            "rules.LeaksByTypeParameter",
                            "rules.LeaksByRecord",
                            "rules.Shelf$LeaksWhenNested")),
            entry(CityRule.DROOLS_LIVES_IN_ONE_PACKAGE, plant("engines", "rules.SeesDrools", "rules.SeesKie")),
            entry(CityRule.YAML_LIVES_IN_TWO_PACKAGES, plant("engines", "rules.SeesYaml", "rules.SeesSchemas")),
            entry(CityRule.PICOCLI_LIVES_IN_INTERNAL_CLI, plant("engines", "rules.SeesPicocli")),
            entry(CityRule.DITTO_LIVES_IN_ITS_MODULES, plant("protocols", "core.SeesDitto")),
            entry(CityRule.NETTY_LIVES_INSIDE_ADAPTERS, plant("protocols", "adapter.bus.SeesNetty")),
            entry(CityRule.TEST_TOOLS_LIVE_IN_CONTRACTS, plant("protocols", "rules.SeesTests")),
            entry(
                    CityRule.PACKAGES_ARE_NULL_MARKED,
                    plant("unmarked", "rules.Bare", "adapter.Described", "adapter.package-info")),
            entry(
                    CityRule.NAMES_SAY_WHAT_A_CLASS_IS,
                    plant(
                            "names",
                            "core.BaseTwin",
                            "core.TwinHelper",
                            "core.TwinImpl",
                            "core.TwinManager",
                            "core.util.Twins")),
            entry(
                    CityRule.ONLY_SYSTEM_CLOCK_READS_THE_MACHINE,
                    plant(
                            "clocks",
                            "core.ReadsInstant",
                            "core.ReadsLocale",
                            "core.ReadsMillis",
                            "core.ReadsByReference",
                            "core.ReadsZone")));

    @ParameterizedTest
    @EnumSource
    void theRuleNamesThePlantedClassesAndNoOther(CityRule rule) {
        assertThat(PLANTS).containsKey(rule);
        Plant plant = PLANTS.get(rule);

        List<String> report = rule.below(plant.root())
                .evaluate(plant.classes())
                .getFailureReport()
                .getDetails();

        assertThat(report.stream().map(line -> origin(line, plant.root())).distinct())
                .containsExactlyInAnyOrderElementsOf(plant.names());
    }

    @ParameterizedTest
    @EnumSource
    void theRuleDoesNotPassOverNothing(CityRule rule) {
        JavaClasses nothing = new ClassFileImporter().importPackages("breach.nowhere");

        assertThat(nothing).isEmpty();
        assertThatThrownBy(() -> rule.below("breach.nowhere").check(nothing)).hasMessageContaining("failed to check");
    }

    // Only then does naming the planted classes prove more than naming all.
    @ParameterizedTest
    @EnumSource
    void thePlantedClassesHaveInnocentNeighbours(CityRule rule) {
        Plant plant = PLANTS.get(rule);

        assertThat(plant.classes()).hasSizeGreaterThan(plant.names().size());
    }

    /** The class a violation is about: the first one it mentions. */
    private static String origin(String line, String root) {
        Matcher matcher = Pattern.compile(Pattern.quote(root) + "\\.([a-z.]*(?:[A-Z][\\w$]*|package-info))")
                .matcher(line);
        return matcher.find() ? matcher.group(1) : line;
    }

    private static Plant plant(String city, String... names) {
        return new Plant("breach." + city, List.of(names));
    }

    /** A planted city and the classes in it that break the rule. */
    private record Plant(String root, List<String> names) {
        JavaClasses classes() {
            return CITIES.computeIfAbsent(root, name -> new ClassFileImporter().importPackages(name));
        }
    }
}
