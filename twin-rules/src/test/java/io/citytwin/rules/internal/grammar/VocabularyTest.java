package io.citytwin.rules.internal.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.FactType.FlagKind;
import io.citytwin.rules.internal.grammar.FactType.KeyKind;
import io.citytwin.rules.internal.grammar.FactType.NameKind;
import io.citytwin.rules.internal.grammar.FactType.NamesKind;
import io.citytwin.rules.internal.grammar.FactType.NumberKind;
import io.citytwin.rules.internal.grammar.FactType.Origin;
import io.citytwin.rules.internal.grammar.FactType.Slot;
import io.citytwin.rules.internal.grammar.FactType.TextKind;
import io.citytwin.rules.parameter.ParameterTree;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.register.StateSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Test
    void anAssetShowsItsPropertiesThenWhatStateAdds() {
        FactType province = Sample.vocabulary().find("Province").orElseThrow();
        assertThat(province.origin()).isEqualTo(Origin.ASSET);
        assertThat(province.slots())
                .containsExactly(
                        new Slot("id", new KeyKind("Province")),
                        new Slot("code", new TextKind()),
                        new Slot("label", new TextKind()),
                        new Slot("region", new KeyKind("Region")),
                        new Slot("forecast", new NameKind(Sample.FORECAST)),
                        new Slot("below", new NumberKind(Unit.DAYS)),
                        new Slot("over", new NumberKind(Unit.DAYS)),
                        new Slot("level", new NameKind(Sample.LEVEL)));
    }

    @Test
    void lawsShowWhatIsNoTableAndTablesTheirColumns() {
        Vocabulary vocabulary = Sample.vocabulary();
        FactType law = vocabulary.find("Law").orElseThrow();
        assertThat(law.origin()).isEqualTo(Origin.LAW);
        assertThat(law.slots())
                .extracting(Slot::name)
                .isSorted()
                .contains("season", "offDays")
                .doesNotContain("Stopped");
        assertThat(law.slots()).contains(new Slot("season", new FlagKind()), new Slot("daytime", new FlagKind()));
        assertThat(vocabulary.find("HeatingLaw").orElseThrow().slots())
                .containsExactly(new Slot("indoorMax", new NumberKind(Unit.DEGREE_CELSIUS)));
        FactType stopped = vocabulary.find("Stopped").orElseThrow();
        assertThat(stopped.origin()).isEqualTo(Origin.TABLE);
        assertThat(stopped.slots())
                .extracting(slot -> slot.kind().getClass().getSimpleName())
                .containsExactly(
                        "FlagKind",
                        "NameKind",
                        "NamesKind",
                        "NamesKind",
                        "NameKind",
                        "NumberKind",
                        "FlagKind",
                        "TextKind");
        assertThat(stopped.slots().get(3).kind()).isEqualTo(new NamesKind(Sample.names("fuel")));
        assertThat(vocabulary.acts("Vehicle"))
                .containsExactly(
                        "approve", "circulate", "classify", "declare", "enter", "idle", "park", "register", "retrofit");
        assertThat(vocabulary.acts("Ship")).isEmpty();
        assertThat(vocabulary.problems()).isEmpty();
    }

    private static List<Problem> problems(ParameterTree own, StateSpec state, Map<String, Used> used) {
        return Vocabulary.of(AssetTypes.builtIn(), own, state, Set.of(), used).problems();
    }

    private static Used used(ParameterTree parameters) {
        return new Used(parameters, StateSpec.none());
    }

    private static StateSpec levels(StateSpec.Level level) {
        return new StateSpec(
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(Map.of(level.name(), level)),
                new TreeMap<>());
    }

    @Test
    void aLevelOfAUsedRegulationIsCalledByItsAliasAndItsName() {
        ValueType.Names states = new ValueType.Names("Level", List.of("none", "first"), true);
        StateSpec theirs = levels(Sample.level("Province", states));
        ParameterTree nothing = Sample.tree(Map.of());
        Vocabulary vocabulary = Vocabulary.of(
                AssetTypes.builtIn(), nothing, StateSpec.none(), Set.of(), Map.of("smog", new Used(nothing, theirs)));

        assertThat(vocabulary.find("Province").orElseThrow().slotOf("smogLevel"))
                .isPresent();
        assertThat(vocabulary.find("Province").orElseThrow().slotOf("level")).isEmpty();
        assertThat(vocabulary.lists()).containsKey("SmogLevel");
        assertThat(vocabulary.levels()).isEmpty();
    }

    private static StateSpec runs(StateSpec.Run... runs) {
        TreeMap<String, StateSpec.Run> byName = new TreeMap<>();
        for (StateSpec.Run run : runs) {
            byName.put(run.name(), run);
        }
        return new StateSpec(new TreeMap<>(), new TreeMap<>(), byName, new TreeMap<>(), new TreeMap<>());
    }

    @Test
    void clashesAreReportedWhereTheyAreDeclared() {
        ParameterTree nothing = Sample.tree(Map.of());
        ParameterTree table = Sample.tree(Map.of("Vehicle", new ParameterType.Table(List.of())));
        assertThat(problems(table, StateSpec.none(), Map.of())).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(RulesError.DUPLICATE);
            assertThat(problem.place().toString()).isEqualTo("parameters.yaml:7:1");
            assertThat(problem.what()).contains("`Vehicle`");
        });
        assertThat(problems(nothing, runs(Sample.run("region")), Map.of()))
                .extracting(problem -> problem.code().id() + " " + problem.place())
                .containsExactly("R112 state.yaml:2:1");
        assertThat(problems(nothing, StateSpec.none(), Map.of("heat", used(nothing), "Heat", used(nothing))))
                .extracting(Problem::code)
                .containsExactly(RulesError.DUPLICATE);
        ValueType.Names act = new ValueType.Names("Act", List.of("a"), true);
        StateSpec level = new StateSpec(
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(Map.of("Act", Sample.level("Province", act))),
                new TreeMap<>());
        assertThat(problems(nothing, level, Map.of())).extracting(Problem::code).containsExactly(RulesError.DUPLICATE);
    }

    @Test
    void namesThatNoRuleCouldUseAreReported() {
        ParameterTree reserved = Sample.tree(Map.of("unit", new ParameterType.YesNo()));
        assertThat(problems(reserved, StateSpec.none(), Map.of()))
                .extracting(problem -> problem.code().id() + " " + problem.place())
                .containsExactly("R202 parameters.yaml:7:1");
        StateSpec.Run run = Sample.run("over");
        StateSpec.Run lost = new StateSpec.Run(
                run.name(), "Provinz", run.indicator(), run.above(), run.limit(), run.missing(), run.place());
        assertThat(problems(Sample.tree(Map.of()), runs(lost), Map.of()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(RulesError.UNKNOWN_NAME);
                    assertThat(problem.advice()).isEqualTo("Maybe `Province`.");
                });
    }
}
