package breach.internals.examples.hello;

import breach.internals.rules.internal.Secret;

public record Intruder(Secret secret) {}
