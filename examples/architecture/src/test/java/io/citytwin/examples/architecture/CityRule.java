package io.citytwin.examples.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.function.Function;
import java.util.stream.Stream;

/** The architecture as rules over any root package: `io.citytwin` for the real check, a planted one for its proof. */
enum CityRule {
    CORE_SEES_ONLY_ITSELF(root -> seesOnly(root, "core")),
    RULES_SEE_ONLY_CORE(root -> seesOnly(root, "rules", "core")),
    REGULATIONS_SEE_ONLY_RULES_AND_CORE(root -> seesOnlyIfAnything(root, "regulations", "rules", "core")),
    ADAPTERS_SEE_ONLY_CORE(root -> seesOnly(root, "adapter", "core")),
    RULES_AND_ADAPTERS_NEVER_MEET(
            root -> CompositeArchRule.of(neverSees(root, "rules", "adapter")).and(neverSees(root, "adapter", "rules"))),
    INTERNAL_STAYS_INSIDE_ITS_MODULE(root -> classes().should(new StayOutOfForeignInternals(root))),
    SIGNATURES_HIDE_VENDORS(root -> classes().should(new HideVendors())),
    DROOLS_LIVES_IN_ONE_PACKAGE(root -> noClasses()
            .that()
            .resideOutsideOfPackages(root + ".rules.internal.drools..", root + ".examples.benchmark..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..")),
    YAML_LIVES_IN_TWO_PACKAGES(root -> noClasses()
            .that()
            .resideOutsideOfPackages(root + ".rules.internal.yaml..", root + ".adapter.config.internal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.snakeyaml..", "com.networknt..")),
    PICOCLI_LIVES_IN_INTERNAL_CLI(root -> noClasses()
            .that()
            .resideOutsideOfPackage("..internal.cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")),
    DITTO_LIVES_IN_ITS_MODULES(root -> noClasses()
            .that()
            .resideOutsideOfPackages(root + ".adapter.ditto..", root + ".adapter.dittoembedded..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.ditto..")),
    NETTY_LIVES_INSIDE_ADAPTERS(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".adapter.*.internal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..")),
    TEST_TOOLS_LIVE_IN_CONTRACTS(root -> noClasses()
            .that()
            .resideOutsideOfPackages(root + ".adapter.*tck..", root + ".adapter.tck..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.assertj..", "org.awaitility..")),
    PACKAGES_ARE_NULL_MARKED(root -> classes().should(new LiveInNullMarkedPackage())),
    NAMES_SAY_WHAT_A_CLASS_IS(root -> noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveNameMatching(".*[.$]Base([A-Z][^.$]*)?")
            .orShould()
            .resideInAnyPackage("..util..", "..utils..")),
    ONLY_SYSTEM_CLOCK_READS_THE_MACHINE(root ->
            noClasses().that().doNotHaveSimpleName("SystemClock").should().accessTargetWhere(new ReadsTheMachine()));

    // The factories hold no state, which the type cannot say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<String, ArchRule> factory;

    CityRule(Function<String, ArchRule> factory) {
        this.factory = factory;
    }

    /** This rule for the packages below `root`. */
    ArchRule below(String root) {
        return factory.apply(root).as(name() + " below " + root);
    }

    private static ArchRule seesOnly(String root, String part, String... others) {
        return classes()
                .that()
                .resideInAPackage(root + "." + part + "..")
                .should()
                .onlyDependOnClassesThat(ownOnly(root, part, others));
    }

    /** Like {@link #seesOnly}, for a part that may hold resources and no class. */
    private static ArchRule seesOnlyIfAnything(String root, String part, String... others) {
        return classes()
                .should()
                .resideOutsideOfPackage(root + "." + part + "..")
                .orShould()
                .onlyDependOnClassesThat(ownOnly(root, part, others));
    }

    private static DescribedPredicate<JavaClass> ownOnly(String root, String part, String... others) {
        String[] seen = Stream.concat(Stream.of(part), Stream.of(others))
                .map(name -> root + "." + name + "..")
                .toArray(String[]::new);
        return resideOutsideOfPackage(root + "..").or(resideInAnyPackage(seen));
    }

    private static ArchRule neverSees(String root, String part, String other) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + part + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + "." + other + "..");
    }
}
