package io.citytwin.rules.bundle;

import io.citytwin.rules.regulation.Place;
import java.util.List;
import java.util.Optional;

/**
 * What a host lets some folders do. What is not named is not granted. Immutable.
 *
 * @param to which folders it is for
 * @param authorities in whose names they may speak; {@code *} stands for any characters, here and in all lists below
 * @param rank the highest {@link io.citytwin.rules.regulation.Regulation#rank rank} that they may have
 * @param jurisdictions codes of the areas that they may make law for; {@code XX-1} also grants {@code XX-1-A}
 * @param acts {@code Type.act} that they may forbid, charge for or free
 * @param actuators {@code Type.property} of devices that they may set, limit, hold up or require
 * @param overrides {@code id/parameter}: parameters of other regulations that a copy of theirs may change
 * @param replaces ids of regulations that they may replace altogether
 * @param place in the host's file
 */
public record Grant(
        To to,
        List<String> authorities,
        int rank,
        List<String> jurisdictions,
        List<String> acts,
        List<String> actuators,
        List<String> overrides,
        List<String> replaces,
        Place place) {

    /** Copies the lists. */
    public Grant {
        authorities = List.copyOf(authorities);
        jurisdictions = List.copyOf(jurisdictions);
        acts = List.copyOf(acts);
        actuators = List.copyOf(actuators);
        overrides = List.copyOf(overrides);
        replaces = List.copyOf(replaces);
    }

    /**
     * Which folders a grant is for: those for which all that is named fits. Immutable.
     *
     * @param folder path, where {@code *} stands for a name and {@code **} for any path
     * @param id of the regulation, where {@code *} stands for any characters
     * @param key name of the key that signed the folder
     */
    public record To(Optional<String> folder, Optional<String> id, Optional<String> key) {}
}
