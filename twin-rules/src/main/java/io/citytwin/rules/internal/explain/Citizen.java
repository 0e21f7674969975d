package io.citytwin.rules.internal.explain;

import com.google.common.base.Splitter;
import io.citytwin.core.model.Quantity;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Question;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.regulation.Sureness;
import io.citytwin.rules.verify.Answer;
import io.citytwin.rules.verify.Explanation;
import io.citytwin.rules.verify.Flip;
import io.citytwin.rules.verify.LevelExplanation;
import io.citytwin.rules.verify.LevelExplanation.Ahead;
import io.citytwin.rules.verify.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells a citizen the outcome, what it hinges on and since or until when, in at most 60 words: what must be said first,
 * then as much as fits. For one thread at a time.
 */
public final class Citizen {

    /** More than this nobody reads at a gate. */
    private static final int MOST_WORDS = 60;

    private final Phrases phrases;
    private final String language;
    private final ZoneId zone;
    /** By where it stands in the text. */
    private final SortedMap<Integer, String> said = new TreeMap<>();

    /** Whether costs are asked about. */
    private boolean paid;

    private Citizen(String language, ZoneId zone) {
        this.phrases = Phrases.in(language);
        this.language = language;
        this.zone = zone;
    }

    /**
     * A decision in plain words.
     *
     * @param explanation of a decision
     * @param language such as {@code en}; one that no jar brings is English
     * @return at most 60 words
     */
    public static String of(Explanation explanation, String language) {
        return new Citizen(language, explanation.decision().zone()).tell(explanation);
    }

    /**
     * A level in plain words.
     *
     * @param explanation of a level
     * @param language such as {@code en}; one that no jar brings is English
     * @return at most 60 words
     */
    public static String of(LevelExplanation explanation, String language) {
        return new Citizen(language, explanation.zone()).tell(explanation);
    }

    private String tell(Explanation explanation) {
        Decision decision = explanation.decision();
        paid = decision.question() instanceof Question.Passage;
        must(0, outcome(decision));
        must(1, cost(decision));
        Optional<Turn> next = explanation.later().or(explanation::earlier);
        Hinge.of(explanation)
                .ifPresentOrElse(
                        hinge -> must(3, hinge(hinge)),
                        () -> next.ifPresentOrElse(turn -> must(5, turn(turn)), () -> must(3, since(decision))));
        must(6, doubt(decision));
        may(2, decision.findings().stream().findFirst().flatMap(this::reason).orElse(""));
        may(4, Hinge.flip(explanation).map(this::flip).orElse(""));
        next.ifPresent(turn -> may(5, turn(turn)));
        may(7, phrases.say("advice", Map.of()));
        return String.join(" ", said.values());
    }

    private void must(int place, String sentence) {
        if (!sentence.isEmpty()) {
            said.put(place, sentence);
        }
    }

    private void may(int place, String sentence) {
        if (words(String.join(" ", said.values())) + words(sentence) <= MOST_WORDS && !said.containsKey(place)) {
            must(place, sentence);
        }
    }

    private static int words(String text) {
        return Splitter.on(' ').omitEmptyStrings().splitToList(text).size();
    }

    private String outcome(Decision decision) {
        boolean limits = decision.question() instanceof Question.Limits;
        String key = switch (decision.outcome()) {
            case ALLOWED -> limits ? within(decision) : "outcome.allowed";
            case FORBIDDEN -> limits ? "outcome.beyond" : "outcome.forbidden";
            case UNKNOWN -> "outcome.unknown";
        };
        Map<String, String> values = moment(decision.asOf().at());
        values.put("unknown", missing(decision.unknown()));
        return phrases.say(key, values);
    }

    /** What nothing limits is not said to keep a limit. */
    private static String within(Decision decision) {
        boolean limited = decision.findings().stream().anyMatch(finding -> finding.effect() instanceof Effect.Limit);
        return limited ? "outcome.within" : "outcome.unlimited";
    }

    private Map<String, String> moment(Instant moment) {
        return new HashMap<>(Map.of("date", phrases.date(moment, zone), "time", phrases.time(moment, zone)));
    }

    private String missing(Collection<String> cells) {
        return cells.stream()
                .map(cell -> Splitter.on(' ').splitToList(cell).get(0))
                .map(cell -> cell.substring(cell.lastIndexOf('.') + 1))
                .map(phrases::property)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
    }

    private String cost(Decision decision) {
        if (!(decision.question() instanceof Question.Passage) || decision.outcome() != Decision.Outcome.ALLOWED) {
            return "";
        }
        return decision.fee()
                .map(fee -> fee.amount().signum() == 0
                        ? phrases.say("fee.none", Map.of())
                        : phrases.say("fee.due", Map.of("fee", phrases.value(fee.toString()))))
                .orElseGet(() -> phrases.say("fee.unknown", Map.of("unknown", missing(decision.unknown()))));
    }

    private Optional<String> reason(Finding finding) {
        return finding.why().says().map(says -> phrases.sentence(says.in(language)));
    }

    private String hinge(Hinge hinge) {
        return phrases.say(
                hinge.since().isPresent() ? "hinge" : "hinge.undated",
                Map.of(
                        "name", phrases.property(hinge.name()),
                        "value", phrases.value(hinge.value()),
                        "since", hinge.since().map(phrases::date).orElse("")));
    }

    private String since(Decision decision) {
        return Hinge.since(decision)
                .map(day -> phrases.say(
                        day.isAfter(LocalDate.ofInstant(decision.asOf().at(), zone)) ? "since.later" : "since",
                        Map.of("since", phrases.date(day))))
                .orElse("");
    }

    private String flip(Flip<Answer> flip) {
        return phrases.say(
                "flip",
                Map.of(
                        "name", phrases.property(flip.cell().name()),
                        "value", phrases.value(flip.value().toString()),
                        "then", then(flip.then())));
    }

    private String turn(Turn turn) {
        Map<String, String> values = moment(turn.later() ? turn.moment() : turn.keeps());
        values.put("then", then(turn.then()));
        return phrases.say(turn.later() ? "turn.later" : "turn.earlier", values);
    }

    private String then(Answer answer) {
        String outcome = phrases.say("then." + answer.outcome().name(), Map.of());
        Optional<Quantity> fee = answer.fee().filter(due -> due.amount().signum() > 0);
        Optional<Effect.Limit> limit = answer.limit();
        if (paid && answer.outcome() == Decision.Outcome.ALLOWED && fee.isEmpty()) {
            return phrases.say(answer.fee().isPresent() ? "then.free" : "then.unknown", Map.of());
        }
        return fee.map(due -> phrases.say("then.fee", Map.of("fee", phrases.value(due.toString()))))
                .or(() -> limit.map(most -> phrases.say(
                        "then.limit",
                        Map.of(
                                "outcome",
                                outcome,
                                "limit",
                                phrases.value(most.most().toString())))))
                .orElse(outcome);
    }

    private String doubt(Decision decision) {
        List<Sureness> read = decision.findings().stream()
                .flatMap(finding -> Stream.concat(
                        finding.provision().sureness().stream(),
                        finding.why().law().stream().map(law -> law.dated().sureness())))
                .toList();
        return doubt(read);
    }

    private String doubt(List<Sureness> read) {
        if (read.contains(Sureness.OWN)) {
            return phrases.say("house", Map.of());
        }
        return read.stream().anyMatch(Sureness::doubtful) ? phrases.say("unverified", Map.of()) : "";
    }

    private String tell(LevelExplanation explanation) {
        must(
                0,
                phrases.say(
                        "level",
                        Map.of(
                                "state", phrases.value(explanation.state()),
                                "date", phrases.date(explanation.level().day()))));
        Optional<LevelDecision> change = explanation.change();
        change.ifPresent(last -> must(1, phrases.say("level.since", Map.of("since", phrases.date(last.inForce())))));
        explanation.ahead().stream().findFirst().ifPresent(ahead -> must(3, ahead(ahead)));
        must(
                4,
                doubt(change.stream()
                        .flatMap(last -> last.findings().stream())
                        .flatMap(finding -> finding.why().law().stream())
                        .map(law -> law.dated().sureness())
                        .toList()));
        change.flatMap(last -> last.findings().stream().findFirst())
                .flatMap(this::reason)
                .ifPresent(sentence -> may(2, sentence));
        may(5, phrases.say("advice", Map.of()));
        return String.join(" ", said.values());
    }

    private String ahead(Ahead ahead) {
        return phrases.say(
                ahead.days() == 1 ? "level.next" : "level.nexts",
                Map.of(
                        "name", phrases.property(ahead.indicator()),
                        "value", phrases.value(ahead.value().toString()),
                        "days", String.valueOf(ahead.days()),
                        "first", phrases.date(ahead.first()),
                        "state", phrases.value(ahead.then()),
                        "since", phrases.date(ahead.inForce())));
    }
}
