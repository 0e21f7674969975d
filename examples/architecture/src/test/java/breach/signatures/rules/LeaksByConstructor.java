package breach.signatures.rules;

import picocli.CommandLine;

public final class LeaksByConstructor {
    private final String name;

    public LeaksByConstructor(CommandLine line) {
        this.name = line.getCommandName();
    }

    public String name() {
        return name;
    }
}
