package io.citytwin.rules.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What one group of rules sees of a signature that is written for several. Immutable. */
final class Share {

    private final int[] positions;

    private Share(int[] positions) {
        this.positions = positions;
    }

    /** The list says who looks at each position. */
    static Share of(Group group, List<Set<Group>> readers) {
        return new Share(IntStream.range(0, readers.size())
                .filter(position -> readers.get(position).contains(group))
                .toArray());
    }

    List<Object> of(List<Object> signature) {
        List<Object> seen = new ArrayList<>(positions.length);
        for (int position : positions) {
            seen.add(signature.get(position));
        }
        return seen;
    }
}
