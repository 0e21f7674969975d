package io.citytwin.rules.verify;

import java.util.List;

/**
 * What came of changing a regulation folder in small ways. Immutable.
 *
 * @param regulation id of the regulation
 * @param mutants each change, in the order of files and places
 * @param left changes that were not tried, because a sample was asked for
 */
public record MutationReport(String regulation, List<Mutant> mutants, int left) {

    /** Copies the mutants. */
    public MutationReport {
        mutants = List.copyOf(mutants);
    }

    /**
     * The changes that no case notices although they mean something, or may.
     *
     * @return in the order of {@link #mutants}
     */
    public List<Mutant> survivors() {
        return mutants.stream()
                .filter(mutant -> mutant.fate() == Mutant.Fate.SURVIVED)
                .toList();
    }

    /**
     * How many changes met with a fate.
     *
     * @param fate any fate
     * @return 0 if none did
     */
    public long count(Mutant.Fate fate) {
        return mutants.stream().filter(mutant -> mutant.fate() == fate).count();
    }
}
