package io.citytwin.rules.regulation;

/**
 * A place in a file of a regulation folder. Immutable.
 *
 * @param file path from the opened directory or class path root on, with slashes
 * @param line 1-based
 * @param column 1-based
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile == 0 ? Integer.compare(line, other.line) : byFile;
        return byLine == 0 ? Integer.compare(column, other.column) : byLine;
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
