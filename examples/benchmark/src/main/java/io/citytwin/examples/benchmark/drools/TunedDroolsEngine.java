package io.citytwin.examples.benchmark.drools;

import io.citytwin.examples.benchmark.Engine;
import io.citytwin.examples.benchmark.law.ChosenLaw;
import java.util.function.Supplier;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;
import org.kie.internal.event.rule.RuleEventListener;
import org.kie.internal.event.rule.RuleEventManager;
import org.kie.internal.utils.KieHelper;

/**
 * Drools as measurements teach: few facts before many in each rule, the executable model, names of properties with
 * every update, nothing passed on that no rule reads, tables split so that an index finds their rows, and findings kept
 * outside. For one thread at a time.
 */
public final class TunedDroolsEngine extends AbstractDroolsEngine {

    private final Matches matches = new Matches();

    private TunedDroolsEngine(Drl drl, KieBase base) {
        super(Style.TUNED, drl, base);
        session().setGlobal("found", matches);
        ((RuleEventManager) session()).addEventListener(new RuleEventListener() {
            @Override
            public void onDeleteMatch(Match match) {
                matches.remove(match);
            }
        });
    }

    /**
     * Compiles the rules.
     *
     * @return makes engines without twins
     */
    public static Supplier<Engine> compile() {
        Drl drl = Drl.of(ChosenLaw.shipped(), Style.TUNED);
        KieBase base = new KieHelper().addContent(drl.text(), ResourceType.DRL).build(ExecutableModelProject.class);
        return () -> new TunedDroolsEngine(drl, base);
    }

    @Override
    void changed(FactHandle handle, Object fact, String field) {
        session().update(handle, fact, field);
    }

    @Override
    Iterable<Finding> found() {
        return matches.all();
    }

    @Override
    boolean passesOnUnread() {
        return false;
    }
}
