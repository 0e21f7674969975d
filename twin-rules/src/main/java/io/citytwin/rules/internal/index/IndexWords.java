package io.citytwin.rules.internal.index;

import io.citytwin.rules.internal.report.Translations;
import io.citytwin.rules.verify.IndexedFact;
import io.citytwin.rules.verify.LawDiffEntry.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an index says in one language. Immutable. */
final class IndexWords {

    private final Translations told;

    IndexWords(String language) {
        this.told = Translations.of("index", language);
    }

    /** Code of the language in which it speaks. */
    String language() {
        return told.locale().getLanguage();
    }

    String of(String key) {
        return told.words().getProperty(key, key);
    }

    String of(String key, Map<String, Object> values) {
        String text = of(key);
        for (Map.Entry<String, Object> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
        }
        return text;
    }

    String days(Period days) {
        return days.last()
                .map(last -> of("span", Map.of("from", days.first(), "to", last)))
                .orElseGet(() -> of("since", Map.of("from", days.first())));
    }

    /** What a fact is called: a value goes without saying. */
    String named(IndexedFact fact) {
        return fact.kind() == IndexedFact.Kind.VALUE
                ? fact.name()
                : fact.name() + " (" + of("kind." + fact.kind().label()) + ")";
    }

    /** What else is told of a fact. */
    String remarks(IndexedFact fact) {
        List<String> remarks = new ArrayList<>();
        fact.note().ifPresent(remarks::add);
        fact.conflict().ifPresent(other -> remarks.add(of("conflict", Map.of("text", other))));
        return remarks.stream().collect(Collectors.joining("; "));
    }
}
