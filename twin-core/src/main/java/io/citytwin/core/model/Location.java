package io.citytwin.core.model;

import com.google.common.base.Splitter;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A point on the earth, EPSG:4326. Immutable.
 *
 * @param longitude in degrees, from -180 to 180, without trailing zeros
 * @param latitude in degrees, from -90 to 90, without trailing zeros
 */
public record Location(BigDecimal longitude, BigDecimal latitude) implements Value {

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,3}(?:\\.\\d{1,30})?");
    private static final BigDecimal EAST = BigDecimal.valueOf(180);
    private static final BigDecimal NORTH = BigDecimal.valueOf(90);

    /** Refuses what lies outside the earth. */
    public Location {
        longitude = Quantity.plain(longitude);
        latitude = Quantity.plain(latitude);
        if (longitude.abs().compareTo(EAST) > 0 || latitude.abs().compareTo(NORTH) > 0) {
            throw new CityTwinException(
                    CoreError.GEOMETRY,
                    "`" + longitude.toPlainString() + " " + latitude.toPlainString() + "` is no point on the earth.",
                    "Maybe longitude comes first, in degrees, such as `9.2025 45.4517`.");
        }
    }

    /**
     * Reads longitude and latitude.
     *
     * @param text such as {@code 9.2025 45.4517}
     * @return the point
     * @throws CityTwinException {@code C112} if the text has another form or lies outside the earth, {@code C103} if a
     *     part is no plain decimal number
     */
    public static Location of(String text) {
        List<String> parts = Splitter.on(' ').splitToList(text);
        if (parts.size() != 2) {
            throw new CityTwinException(
                    CoreError.GEOMETRY,
                    "`" + text + "` is no point.",
                    "Maybe write longitude, a blank and latitude, such as `9.2025 45.4517`.");
        }
        return of(parts.get(0), parts.get(1));
    }

    /**
     * Reads longitude and latitude.
     *
     * @param longitude such as {@code 9.2025}
     * @param latitude such as {@code 45.4517}
     * @return the point
     * @throws CityTwinException {@code C103} if one is no plain decimal number, {@code C112} if they lie outside the earth
     */
    public static Location of(String longitude, String latitude) {
        return new Location(degrees(longitude), degrees(latitude));
    }

    /**
     * Reads a longitude or a latitude.
     *
     * @param text such as {@code 9.2025}
     * @return the number of degrees, which may lie outside the earth
     * @throws CityTwinException {@code C103} if it is no plain decimal number
     */
    public static BigDecimal degrees(String text) {
        // Surveys carry more decimals than quantities do.
        return PLAIN.matcher(text).matches()
                ? new BigDecimal(text)
                : Quantity.of(text, Unit.ONE).amount();
    }

    @Override
    public String toString() {
        return longitude.toPlainString() + " " + latitude.toPlainString();
    }
}
