package io.citytwin.adapter.dittoembedded.internal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads who may log in; what it says of mistakes never shows a password. Immutable. */
final class UserFile {

    private UserFile() {}

    static Map<String, String> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException missing) {
            throw DittoServeTool.refused("The file of users `" + file + "` cannot be read.");
        }
        Map<String, String> users = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 1 || colon == line.length() - 1) {
                throw DittoServeTool.refused("`" + file + "`, line `" + (i + 1) + "`, is not NAME:PASSWORD.");
            }
            users.put(line.substring(0, colon), line.substring(colon + 1));
        }
        return users;
    }
}
