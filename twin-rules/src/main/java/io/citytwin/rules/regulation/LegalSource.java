package io.citytwin.rules.regulation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An act of law, or what was read of it. Immutable.
 *
 * @param key how the folder's files refer to it
 * @param act how the act is cited
 * @param dated the act's date
 * @param part article or annex
 * @param url where it can be read
 */
public record LegalSource(
        String key, String act, Optional<LocalDate> dated, Optional<String> part, Optional<String> url) {

    @Override
    public String toString() {
        return act
                + dated.map(day -> " of " + day).orElse("")
                + part.map(text -> ", " + text).orElse("");
    }
}
