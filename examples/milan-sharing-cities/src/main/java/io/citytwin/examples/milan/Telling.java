package io.citytwin.examples.milan;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.examples.milan.report.Answer;
import io.citytwin.examples.milan.report.Explained;
import io.citytwin.rules.Alternative;
import io.citytwin.rules.Alternatives;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.directive.Award;
import io.citytwin.rules.directive.Ledger;
import io.citytwin.rules.register.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tells three decisions of a played winter in full. For one thread at a time. */
final class Telling {

    private static final Set<String> OF_BUILDINGS = Set.of("BuildingUnit", "HeatingPlant", "Building", "HeatPump");

    private final CityRun run;

    Telling(CityRun run) {
        this.run = run;
    }

    List<Explained> all() {
        List<Explained> told = new ArrayList<>();
        List<Settlement> settled = run.engine().settlements();
        passage("A passage that was denied", settled, Telling::isDenied).ifPresent(told::add);
        passage("A passage with a fee", settled, Telling::costs).ifPresent(told::add);
        run.ledger().entries().stream()
                .filter(this::isOfBuilding)
                .findFirst()
                .flatMap(this::building)
                .ifPresent(told::add);
        return told;
    }

    private static boolean isDenied(Settlement settlement) {
        return settlement.decision().outcome() == Decision.Outcome.FORBIDDEN;
    }

    private static boolean costs(Settlement settlement) {
        return settlement
                .fee()
                .map(Quantity::amount)
                .filter(fee -> fee.signum() > 0)
                .isPresent();
    }

    private Optional<Explained> passage(String title, List<Settlement> settled, Predicate<Settlement> wanted) {
        return settled.stream()
                .filter(wanted)
                .findFirst()
                .map(Settlement::passage)
                .map(passage -> explained(title, passage));
    }

    private Explained explained(String title, Passage passage) {
        Question question = Question.passage(passage.vehicle(), passage.gate());
        Decision decision = run.engine().decide(question, AsOf.at(passage.at()));
        List<String> instead = Alternatives.of(run.engine(), run.graph()).to(decision).stream()
                .map(Alternative::explain)
                .toList();
        return new Explained(title, Answers.of(asked(passage), decision), instead);
    }

    private String asked(Passage passage) {
        return "May " + described(passage.vehicle()) + " go through " + label(passage.gate()) + " on "
                + civil(passage.at()) + "?";
    }

    private String described(TwinId vehicle) {
        Optional<Twin> twin = run.graph().find(vehicle);
        String what = List.of("category", "fuel", "euro", "service").stream()
                .flatMap(property ->
                        twin.flatMap(found -> found.value(property)).stream().map(value -> property + " " + value))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        return label(vehicle) + " (" + what + ")";
    }

    private String label(TwinId id) {
        return run.graph().find(id).map(AirWinter::label).orElse(id.name());
    }

    private static String civil(Instant at) {
        return at.atZone(CivilCalendar.italy().zone())
                .toLocalDateTime()
                .toString()
                .replace('T', ' ');
    }

    private boolean isOfBuilding(Ledger.Entry entry) {
        return entry.directive()
                .filter(directive -> directive.kind() == Directive.Kind.CLAIM)
                .flatMap(directive -> run.graph().find(directive.twin()))
                .filter(twin -> OF_BUILDINGS.contains(twin.type().name()))
                .isPresent();
    }

    private Optional<Explained> building(Ledger.Entry entry) {
        return entry.award().map(award -> {
            Directive directive = entry.directive().orElseThrow();
            String asked = "Why is " + label(directive.twin()) + " asked for " + directive.property() + " "
                    + directive.value() + " since " + civil(directive.issuedAt()) + "?";
            Answer answer = new Answer(
                    asked,
                    "CLAIMED",
                    List.of(Answers.reason(award.winner())),
                    award.losers().stream().map(Telling::lost).toList());
            return new Explained("A device of a building", answer, List.of());
        });
    }

    private static String lost(Award.Loser loser) {
        return "not " + loser.claim().provision() + ", " + loser.claim().title() + ": "
                + loser.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
