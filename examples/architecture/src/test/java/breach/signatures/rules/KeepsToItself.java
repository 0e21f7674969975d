package breach.signatures.rules;

import org.kie.api.KieBase;

public final class KeepsToItself {
    private final KieBase base;

    KeepsToItself(KieBase base) {
        this.base = base;
    }

    public String name() {
        return base.toString();
    }
}
