package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.TwinId;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Gatekeeper.Answer;
import io.citytwin.rules.Justification;
import io.citytwin.rules.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks about passages, and keeps each answer once. For one thread at a time. */
final class PassageAnswers {

    private static final TwinId SOMEBODY = new TwinId("class", "vehicle");
    private static final Justification NO_REASONS =
            new Justification(Optional.empty(), List.of(), List.of(), List.of(), List.of());

    private final Edition edition;
    private final Fold city;
    private final Map<Answer, Integer> numbers = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();

    PassageAnswers(Edition edition, Fold city) {
        this.edition = edition;
        this.city = city;
    }

    /** Asks all rules. */
    Answer ask(Question question, Moment moment) {
        return Answer.of(decider(moment).settle(question, AsOf.at(moment.at())));
    }

    /** Asks only groups that never had such a vehicle at such a gate; the number of the answer. */
    int compose(Question question, Moment moment, Crossings here, Crossings.Pair pair) {
        Decider decider = decider(moment);
        Topic topic = Topic.of(question, city);
        Answer answer = Answer.of(decider.compose(
                question,
                AsOf.at(moment.at()),
                topic,
                here.groups(),
                group -> here.verdict(group, pair, () -> withoutWhom(decider.judge(group, topic, city)))));
        return numbers.computeIfAbsent(answer, fresh -> {
            answers.add(fresh);
            return answers.size() - 1;
        });
    }

    Answer get(int number) {
        return answers.get(number);
    }

    private Decider decider(Moment moment) {
        return new Decider(edition.law(), edition.scenes(), city, moment);
    }

    private static Decider.Verdict withoutWhom(Decider.Verdict verdict) {
        return new Decider.Verdict(
                verdict.group(),
                verdict.findings().stream()
                        .map(finding -> new Finding(finding.provision(), SOMEBODY, finding.effect(), NO_REASONS))
                        .toList(),
                verdict.unknown(),
                List::of);
    }
}
