package io.citytwin.examples.milan.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The commands in the {@code sh} blocks of one section of a Markdown page. A comment behind a command says how it ends:
 * {@code # exits 1}, or {@code # until Ctrl-C} for one that goes on; without such words it ends with 0. It may also say
 * what the command prints among other things: {@code # says `0 failed`}.
 *
 * @param all in the order of the page
 */
record ReadmeCommands(List<Command> all) {

    private static final Pattern BLOCK = Pattern.compile("(?m)^```sh\\n(.*?)^```$", Pattern.DOTALL);
    private static final Pattern EXITS = Pattern.compile("#.*\\bexits (\\d+)");
    private static final Pattern SAYS = Pattern.compile("#.*\\bsays `([^`]+)`");
    private static final String ENDLESS = "until Ctrl-C";

    /**
     * One command.
     *
     * @param text as it stands there, in one or more lines
     * @param status with which it must end
     * @param endless whether it goes on until it is stopped
     * @param says what it must print; empty for anything
     */
    record Command(String text, int status, boolean endless, String says) {

        private static Command of(String text) {
            Matcher exits = EXITS.matcher(text);
            Matcher says = SAYS.matcher(text);
            return new Command(
                    text,
                    exits.find() ? Integer.parseInt(exits.group(1)) : 0,
                    text.contains(ENDLESS),
                    says.find() ? says.group(1) : "");
        }

        /** Whether it is one of ours, which always say something. */
        boolean speaks() {
            return text.startsWith("./citytwin ");
        }
    }

    static ReadmeCommands of(String markdown, String heading) {
        String section = Stream.of(markdown.split("(?m)^## "))
                .filter(part -> part.startsWith(heading + "\n"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no section `" + heading + "`"));
        List<Command> all = new ArrayList<>();
        Matcher block = BLOCK.matcher(section);
        while (block.find()) {
            // A line that ends in a backslash goes on in the next one.
            Stream.of(block.group(1).split("(?<!\\\\)\n"))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Command::of)
                    .forEach(all::add);
        }
        return new ReadmeCommands(all);
    }

    /** A script that runs them all in one shell, and leaves status and output of number N in `N.status` and `N.out`. */
    String script(String folder) {
        StringBuilder script = new StringBuilder();
        StringBuilder stop = new StringBuilder();
        for (int number = 0; number < all.size(); number++) {
            String out = "'" + folder + "/" + number + ".out'";
            script.append("{\n")
                    .append(all.get(number).text())
                    .append("\n} >")
                    .append(out)
                    .append(" 2>&1");
            if (all.get(number).endless()) {
                script.append(" &\n");
                // It has said something before it is stopped; the subshell and the program in it are one group.
                stop.append("p=$!; n=0; while [ ! -s ")
                        .append(out)
                        .append(" ] && [ $n -lt 300 ]; do sleep 0.2; n=$((n+1)); done; ");
                stop.append("pkill -TERM -P $p; kill $p\n");
            } else {
                script.append("\necho $? >'")
                        .append(folder)
                        .append("/")
                        .append(number)
                        .append(".status'\n");
            }
        }
        return script.append(stop).toString();
    }
}
