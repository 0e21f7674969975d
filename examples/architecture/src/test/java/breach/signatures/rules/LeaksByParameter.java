package breach.signatures.rules;

import java.util.List;
import org.snakeyaml.engine.v2.api.Load;

public abstract class LeaksByParameter {
    protected abstract void read(List<? extends Load> loads);
}
