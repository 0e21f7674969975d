package io.citytwin.core.privacy;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Set;

/** The keys of periods, by their first day. For one thread at a time. */
interface Keys {

    int BYTES = 32;

    /** A key that nobody can guess. */
    static byte[] random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** The key of a period, made when it is first asked for. */
    byte[] of(LocalDate first);

    /** The periods that have a key. */
    Set<LocalDate> periods();

    void destroy(LocalDate first);
}
