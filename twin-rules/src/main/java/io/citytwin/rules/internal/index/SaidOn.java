package io.citytwin.rules.internal.index;

import io.citytwin.rules.internal.grammar.Vocabulary;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.IndexedRegulation;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What provisions say to citizens on a day: with the law of that day in the place of its names, and with the names of all
 * that only an answer knows. Immutable.
 *
 * @param indexed whose law it is
 * @param day the civil day
 */
record SaidOn(IndexedRegulation indexed, LocalDate day) {

    Optional<String> of(Provision provision, String language) {
        return provision
                .says()
                .map(says -> says.in(language))
                .map(says -> provision.inForceOn(day) ? filled(says) : says);
    }

    private String filled(String sentence) {
        String filled = filled(sentence, Vocabulary.LAW, indexed.regulation());
        for (Map.Entry<String, Regulation> used : indexed.used().entrySet()) {
            filled = filled(filled, Vocabulary.lawName(used.getKey()), used.getValue());
        }
        return filled;
    }

    private String filled(String sentence, String law, Regulation regulation) {
        String filled = sentence;
        for (Map.Entry<String, DatedValue> one :
                regulation.parameters().at(day, LocalDate.MAX).entrySet()) {
            LawValue value = one.getValue().value();
            if (!(value instanceof LawValue.OfTable)) {
                filled = filled.replace("{" + law + "." + one.getKey() + "}", value.toString());
            }
        }
        return filled;
    }
}
