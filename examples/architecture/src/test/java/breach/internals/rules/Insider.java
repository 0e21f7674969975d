package breach.internals.rules;

import breach.internals.rules.internal.Secret;

public record Insider(Secret secret) {}
