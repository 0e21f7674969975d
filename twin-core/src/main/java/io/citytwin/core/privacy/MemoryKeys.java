package io.citytwin.core.privacy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Keys that are nowhere but here. For one thread at a time. */
final class MemoryKeys implements Keys {

    private final Map<LocalDate, byte[]> keys = new HashMap<>();

    @Override
    public byte[] of(LocalDate first) {
        return keys.computeIfAbsent(first, day -> Keys.random());
    }

    @Override
    public Set<LocalDate> periods() {
        return Set.copyOf(keys.keySet());
    }

    @Override
    public void destroy(LocalDate first) {
        byte[] key = keys.remove(first);
        if (key != null) {
            Arrays.fill(key, (byte) 0);
        }
    }
}
