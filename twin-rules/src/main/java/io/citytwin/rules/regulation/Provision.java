package io.citytwin.rules.regulation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing that a regulation orders or allows. Immutable.
 *
 * @param regulation id of the regulation
 * @param name name inside the regulation, such as {@code traffic}
 * @param since first day
 * @param lastDay last day, inclusive; empty while it lasts
 * @param source where it stands
 * @param title what it is called
 * @param says the sentence for citizens, with placeholders such as {@code {Province.level}}
 * @param confidence how it was read; empty says that only its values tell
 * @param conflict what another source says instead; empty if none does
 * @param priority larger wins between provisions that law itself does not order
 * @param place where the file declares it
 */
public record Provision(
        String regulation,
        String name,
        LocalDate since,
        Optional<LocalDate> lastDay,
        LegalSource source,
        Wording title,
        Optional<Wording> says,
        Optional<Confidence> confidence,
        Optional<String> conflict,
        int priority,
        Place place) {

    /**
     * The provision's name across regulations.
     *
     * @return {@code regulation/name}
     */
    public String id() {
        return regulation + "/" + name;
    }

    /**
     * How far what it says can be relied on.
     *
     * @return from how it was read, and whether another source says something else; empty says that only its values tell
     */
    public Optional<Sureness> sureness() {
        return confidence
                .or(() -> conflict.map(other -> Confidence.CHECK))
                .map(read -> Sureness.of(read, false, conflict.isPresent()));
    }

    /**
     * Whether it is in force.
     *
     * @param day the civil day asked about
     * @return true from the first to the last day
     */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(since) && lastDay.map(last -> !day.isAfter(last)).orElse(true);
    }
}
