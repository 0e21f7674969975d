package io.citytwin.core.asset;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A property that devices can be asked to take: an {@link io.citytwin.core.model.Actuator}. Immutable. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Desired {
    /**
     * What is desired while nothing claims it.
     *
     * @return as files write it, in the property's unit
     */
    String resting();

    /**
     * What the device takes by itself when it no longer hears from the city.
     *
     * @return as files write it, in the property's unit; the resting value if left out
     */
    String safe() default "";

    /**
     * Whether what it does cannot be undone.
     *
     * @return true if a named person must approve each claim
     */
    boolean irreversible() default false;

    /**
     * Whether the device reports what it was asked, so that one that does not move is seen.
     *
     * @return false where it reports what comes of it, such as a temperature
     */
    boolean follows() default true;

    /**
     * How long the device is left alone after each change.
     *
     * @return in the form of {@link java.time.Duration}, such as {@code PT5M}
     */
    String calm() default "PT0S";

    /**
     * By how much a number must differ from what was asked last to be asked at all.
     *
     * @return as files write it, in the property's unit
     */
    String band() default "0";
}
