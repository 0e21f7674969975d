package breach.engines.rules;

import picocli.CommandLine;

record SeesPicocli(CommandLine line) {}
