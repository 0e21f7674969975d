package io.citytwin.rules.internal.index;

import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What provisions say to citizens on a day: with the law of that day in the place of its names, and with the names of all
 * that only an answer knows. Immutable.
 *
 * @param regulation whose law it is
 * @param day the civil day
 */
record SaidOn(Regulation regulation, LocalDate day) {

    Optional<String> of(Provision provision, String language) {
        return provision
                .says()
                .map(says -> says.in(language))
                .map(says -> provision.inForceOn(day) ? filled(says) : says);
    }

    private String filled(String sentence) {
        String filled = sentence;
        for (Map.Entry<String, DatedValue> law :
                regulation.parameters().at(day, LocalDate.MAX).entrySet()) {
            LawValue value = law.getValue().value();
            if (!(value instanceof LawValue.OfTable)) {
                filled = filled.replace("{Law." + law.getKey() + "}", value.toString());
            }
        }
        return filled;
    }
}
