package io.citytwin.adapter.airquality;

import io.citytwin.adapter.airquality.internal.WebWords;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.privacy.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One file or address that tells about the air. Immutable.
 *
 * @param name for messages, such as {@code live}
 * @param place where it is
 * @param feed how it is written
 */
public record AirSource(String name, Place place, AirFeed feed) {

    /** Where a source is. Immutable. */
    public sealed interface Place {}

    /**
     * A file, which is read when it changes. Immutable.
     *
     * @param path need not exist yet
     */
    public record InFile(Path path) implements Place {}

    /**
     * An address that is asked again and again. Immutable.
     *
     * @param address {@code http} or {@code https}
     * @param header sent with each request, to this server only
     */
    public record OverHttp(URI address, Optional<Header> header) implements Place {

        /** Refuses, with {@code A117}, what is no address of a server, or has a login in it. */
        public OverHttp {
            if (!WebWords.isAddress(address)) {
                // Not said again: a login may stand in it.
                throw new CityTwinException(
                        AirError.FEED,
                        "This is no address of a server without a login.",
                        "Maybe `https://agency.example/air.csv`.");
            }
        }
    }

    /**
     * A header with a secret, such as a token. Immutable.
     *
     * @param name such as {@code X-App-Token}
     * @param value its secret
     */
    public record Header(String name, Secret value) {

        /** Refuses, with {@code A117}, what cannot be sent. */
        public Header {
            if (!WebWords.isHeader(name, value.reveal())) {
                throw new CityTwinException(
                        AirError.FEED,
                        "The header `" + name + "` or its secret cannot be sent.",
                        "Maybe a line break stands in the secret, or the client sets this header itself.");
            }
        }
    }

    /**
     * A source in a file.
     *
     * @param name for messages
     * @param path of the file
     * @param feed how it is written
     * @return a source
     */
    public static AirSource file(String name, Path path, AirFeed feed) {
        return new AirSource(name, new InFile(path), feed);
    }

    /**
     * A source at an address.
     *
     * @param name for messages
     * @param address {@code http} or {@code https}
     * @param feed how it is written
     * @return a source
     */
    public static AirSource http(String name, URI address, AirFeed feed) {
        return new AirSource(name, new OverHttp(address, Optional.empty()), feed);
    }
}
