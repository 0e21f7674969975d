package io.citytwin.adapter.dittoembedded;

import io.citytwin.core.error.CityTwinException;
import java.time.Instant;
import java.util.List;

/**
 * Whom a bearer token stands for. Immutable.
 *
 * @param subjects as policies name them, such as {@code oidc:operator}; the first is the default one
 * @param expires from then on requests are answered 401 and sessions are closed
 */
public record BearerLogin(List<String> subjects, Instant expires) {

    /** Copies the subjects. */
    public BearerLogin {
        subjects = List.copyOf(subjects);
        if (subjects.isEmpty()) {
            throw new CityTwinException(
                    EmbeddedError.SETTING, "A bearer token stands for nobody.", "Maybe return an empty Optional.");
        }
    }
}
