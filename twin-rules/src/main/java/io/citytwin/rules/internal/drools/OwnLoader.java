package io.citytwin.rules.internal.drools;

import java.util.function.Supplier;
import org.kie.api.KieBase;

/**
 * Runs work with Drools' own class loader as the thread's context class loader. Drools looks its services up through the
 * context class loader, which in a host can be null, or one that knows another Drools. Safe for use by many threads.
 */
final class OwnLoader {

    private OwnLoader() {}

    static <T> T with(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(KieBase.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
