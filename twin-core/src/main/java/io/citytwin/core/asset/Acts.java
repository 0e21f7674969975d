package io.citytwin.core.asset;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an asset can do, and rules can forbid. Immutable. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Acts {
    /**
     * The names of the acts.
     *
     * @return such as {@code circulate}
     */
    String[] value();
}
