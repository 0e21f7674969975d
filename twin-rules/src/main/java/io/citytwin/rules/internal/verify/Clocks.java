package io.citytwin.rules.internal.verify;

import io.citytwin.rules.AsOf;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.yaml.Node;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * With which clocks a case asks. Immutable.
 *
 * @param law the law as published by that day
 * @param known the data received by then
 * @param hindsight whether the past is decided again with it
 */
public record Clocks(Optional<LocalDate> law, Optional<Instant> known, boolean hindsight) {

    /**
     * Reads the keys {@code law}, {@code known} and {@code hindsight}.
     *
     * @param root of a case
     * @param complaints told of everything wrong
     * @param city whose civil time it is
     * @return what could be understood
     */
    public static Clocks read(Node.Mapping root, Complaints complaints, City city) {
        CivilTimes times = new CivilTimes(complaints, city.calendar());
        Optional<Node.Scalar> hindsight = root.scalar("hindsight");
        hindsight
                .filter(text -> !text.text().equals("true") && !text.text().equals("false"))
                .ifPresent(text -> complaints.error(
                        RulesError.CASE,
                        text.place(),
                        Complaints.quoted(text.text()) + " is neither true nor false.",
                        "Maybe `true`."));
        return new Clocks(
                root.scalar("law").flatMap(times::day),
                root.scalar("known").flatMap(times::instant),
                hindsight.map(text -> text.text().equals("true")).orElse(false));
    }

    /**
     * The clocks for one moment.
     *
     * @param moment the moment asked about
     * @return with this law and knowledge
     */
    public AsOf at(Instant moment) {
        return new AsOf(moment, known, law, hindsight);
    }
}
