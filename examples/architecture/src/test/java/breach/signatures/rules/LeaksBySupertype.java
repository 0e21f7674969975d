package breach.signatures.rules;

import java.util.function.Supplier;
import org.kie.api.KieBase;

public interface LeaksBySupertype extends Supplier<KieBase> {}
