package io.citytwin.rules.internal.yaml;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.time.DailyInstant;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.parameter.ParameterTree;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Confidence;
import io.citytwin.rules.regulation.Sureness;
import java.util.List;
import java.util.Optional;

/** Reads the levels of {@code state.yaml}. For one thread at a time. */
final class LevelReader {

    private final FolderReading reading;
    private final Lists lists;
    private final ParameterTree parameters;

    LevelReader(FolderReading reading, Lists lists, ParameterTree parameters) {
        this.reading = reading;
        this.lists = lists;
        this.parameters = parameters;
    }

    Optional<StateSpec.Level> read(StateReader.Declared declared, AssetType of) {
        Node.Mapping body = declared.body();
        Optional<ValueType.Names> states =
                lists.find(Lists.listName(declared.name().text()));
        if (!Character.isUpperCase(declared.name().text().charAt(0))) {
            reading.error(
                    RulesError.SCHEMA,
                    declared.name().place(),
                    "The level " + Words.quoted(declared.name().text()) + " starts with a small letter.",
                    "Maybe `" + Lists.listName(declared.name().text())
                            + "`: with a small letter rules call its state.");
            return Optional.empty();
        }
        Optional<DailyInstant> evaluate = body.scalar("evaluate")
                .flatMap(text ->
                        reading.reading(RulesError.WINDOW, text.place(), () -> DailyInstant.parse(text.text())));
        Optional<String> season = body.scalar("season").flatMap(this::season);
        if (states.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> start = body.scalar("start").flatMap(word -> state(states.get(), word));
        Optional<String> outside = body.scalar("outside").flatMap(word -> state(states.get(), word));
        if (start.isEmpty() || evaluate.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StateSpec.Level(
                declared.name().text(),
                of.name(),
                states.get(),
                start.get(),
                evaluate.get(),
                target(declared),
                season,
                outside.orElse(start.get()),
                confidence(declared),
                declared.name().place()));
    }

    private static StateSpec.Target target(StateReader.Declared declared) {
        boolean exactly = declared.body()
                .scalar("target")
                .filter(word -> word.text().equals("exactly"))
                .isPresent();
        return exactly ? StateSpec.Target.EXACTLY : StateSpec.Target.AT_LEAST;
    }

    private Confidence confidence(StateReader.Declared declared) {
        Optional<Node.Scalar> word = declared.body().scalar("outside-confidence");
        Confidence confidence = word.flatMap(one -> Confidence.of(one.text())).orElse(Confidence.VERIFIED_A);
        String fact = "That `" + declared.name().text() + "` ends with its season";
        word.ifPresent(one -> Sources.doubt(reading, one, Sureness.of(confidence, false, false), fact));
        return confidence;
    }

    private Optional<String> state(ValueType.Names states, Node.Scalar word) {
        if (states.names().contains(word.text())) {
            return Optional.of(word.text());
        }
        reading.error(
                RulesError.UNKNOWN_NAME,
                word.place(),
                Words.quoted(word.text()) + " is not a state of `" + states.list() + "`.",
                Words.maybe(word.text(), states.names()));
        return Optional.empty();
    }

    private Optional<String> season(Node.Scalar name) {
        Optional<Parameter> parameter = parameters.find(name.text());
        if (parameter.isPresent() && parameter.get().type() instanceof ParameterType.OfSeason) {
            return Optional.of(name.text());
        }
        if (!reading.isSpoilt(name.text())) {
            List<String> seasons = parameters.byName().values().stream()
                    .filter(one -> one.type() instanceof ParameterType.OfSeason)
                    .map(Parameter::name)
                    .toList();
            reading.error(
                    RulesError.UNKNOWN_NAME,
                    name.place(),
                    Words.quoted(name.text()) + " is not a parameter of unit `season`.",
                    Words.maybe(name.text(), seasons));
        }
        return Optional.empty();
    }
}
