package io.citytwin.rules.internal.mutate;

import io.citytwin.rules.internal.yaml.Node;
import io.citytwin.rules.regulation.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of a regulation folder, and where its lines begin. Immutable. */
final class Source {

    private final String file;
    private final String prefix;
    private final String text;
    private final List<Integer> lines = new ArrayList<>(List.of(0));

    /**
     * A file.
     *
     * @param prefix what places put before the file's path inside the folder
     * @param file that path
     */
    Source(String prefix, String file, byte[] bytes) {
        this.prefix = prefix;
        this.file = file;
        this.text = new String(bytes, StandardCharsets.UTF_8);
        for (int at = 0; at < text.length(); at++) {
            boolean pair = text.startsWith("\r\n", at);
            if (!pair && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
                lines.add(at + 1);
            }
        }
    }

    /** Path inside the folder. */
    String file() {
        return file;
    }

    /** As places name it. */
    String name() {
        return prefix + file;
    }

    String text() {
        return text;
    }

    Place place(int line, int column) {
        return new Place(name(), line, column);
    }

    int offset(Place place) {
        return place.line() > lines.size() ? text.length() : lines.get(place.line() - 1) + place.column() - 1;
    }

    /** Where the text of a scalar begins, if the file writes it as it is read. */
    Optional<Integer> offset(Node.Scalar scalar) {
        int start = offset(scalar.place()) + (scalar.plain() ? 0 : 1);
        return text.startsWith(scalar.text(), start) ? Optional.of(start) : Optional.empty();
    }

    byte[] with(Edit edit) {
        return (text.substring(0, edit.from()) + edit.text() + text.substring(edit.to()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
