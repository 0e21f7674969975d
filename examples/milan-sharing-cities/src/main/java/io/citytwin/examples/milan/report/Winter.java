package io.citytwin.examples.milan.report;

import java.util.List;

/**
 * All that a report shows. The same winter always gives the same bytes. Immutable.
 *
 * @param heading what it is about
 * @param states names of the level's states, lowest first
 * @param parts the period cut at the ends of seasons, in order, without gaps
 * @param limits what the daily mean is compared with, in order of time
 * @param provinces sorted by name
 * @param law values of law in force during the period
 * @param answers questions that were asked, with their answers
 */
public record Winter(
        Heading heading,
        List<String> states,
        List<Part> parts,
        List<Limit> limits,
        List<Province> provinces,
        List<LawRow> law,
        List<Answer> answers) {

    /** Copies the lists. */
    public Winter {
        states = List.copyOf(states);
        parts = List.copyOf(parts);
        limits = List.copyOf(limits);
        provinces = List.copyOf(provinces);
        law = List.copyOf(law);
        answers = List.copyOf(answers);
    }

    /**
     * The province that is shown large.
     *
     * @return the chosen one, or the first
     */
    public Province chosen() {
        return provinces.stream()
                .filter(province -> province.name().equals(heading.chosen()))
                .findFirst()
                .orElseGet(() -> provinces.get(0));
    }
}
