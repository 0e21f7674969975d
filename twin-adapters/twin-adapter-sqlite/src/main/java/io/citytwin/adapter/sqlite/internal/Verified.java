package io.citytwin.adapter.sqlite.internal;

import java.util.List;

/**
 * What recomputing a journal found. Immutable.
 *
 * @param entries that are there
 * @param forgotten entries of which only digests are left
 * @param links of the chain
 * @param head of the chain, 64 hexadecimal digits
 * @param headFound whether the head that was asked for is one of the chain's links, or none was asked for
 * @param broken how many places are not as they were written
 * @param first the first of them, at most 20
 */
public record Verified(
        long entries, long forgotten, long links, String head, boolean headFound, long broken, List<Broken> first) {

    /**
     * Whether everything is as it was written.
     *
     * @return false if there is any broken place, or the head is not in the chain
     */
    public boolean isSound() {
        return broken == 0 && headFound;
    }
}
