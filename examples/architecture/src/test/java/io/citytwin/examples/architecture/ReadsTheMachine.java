package io.citytwin.examples.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;

/** Clock, zone and locale of the machine: the same inputs must give the same outputs anywhere, at any time. */
final class ReadsTheMachine extends DescribedPredicate<JavaAccess<?>> {

    private static final Set<String> READS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.systemUTC",
            "java.time.Clock.system",
            "java.time.ZoneId.systemDefault",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault");

    ReadsTheMachine() {
        super("the target reads the machine's clock, zone or locale");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        boolean now = owner.startsWith("java.time.") && target.getName().equals("now");
        boolean date = target.getFullName().equals("java.util.Date.<init>()");
        return now || date || READS.contains(owner + "." + target.getName());
    }
}
