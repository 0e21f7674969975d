package io.citytwin.core.asset;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The unit of a number: a getter that returns a {@link io.citytwin.core.model.Quantity} must carry it. Immutable. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface In {
    /**
     * The unit's symbol.
     *
     * @return such as {@code ug/m3}
     */
    String value();
}
