package breach.signatures.rules;

import org.kie.api.KieBase;

public interface Shelf {
    record LeaksWhenNested(KieBase base) {}
}
