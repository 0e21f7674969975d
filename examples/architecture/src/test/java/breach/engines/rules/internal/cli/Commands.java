package breach.engines.rules.internal.cli;

import picocli.CommandLine;

public record Commands(CommandLine line) {}
