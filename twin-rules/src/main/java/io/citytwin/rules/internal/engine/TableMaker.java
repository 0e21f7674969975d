package io.citytwin.rules.internal.engine;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes one table for all groups of rules that see the same of twins of a type. For one thread at a time. */
final class TableMaker {

    private final ClassTables.Asked asked;
    private final AssetTypes assets;
    private final Placement placement;

    TableMaker(ClassTables.Asked asked, AssetTypes assets, Placement placement) {
        this.asked = asked;
        this.assets = assets;
        this.placement = placement;
    }

    /**
     * All tables of an empty city.
     *
     * @param stale where a table says that a step has something to do
     */
    List<ClassTable> make(List<ClassTable> stale) {
        Law law = asked.law();
        CityRows city = placement.city();
        CellCodes codes = new CellCodes(law, law.provisions());
        ClassJudge judge = new ClassJudge(law, asked.scenes(), placement.wheres(), asked.says());
        Map<String, Sight> sights = new TreeMap<>();
        ListMultimap<String, Group> alike = sort(sights);
        List<ClassTable> tables = new ArrayList<>();
        sights.forEach((shape, sight) -> {
            Outlook outlook = new Outlook(alike.get(shape), sight, city, codes);
            ClassTable table = new ClassTable(outlook, judge, stale);
            outlook.fill(table);
            tables.add(table);
            outlook.subjects().tables().add(table);
        });
        codes.addWhatIsAlwaysRead(assets, law);
        city.read(codes);
        return tables;
    }

    /** The groups by what they see, which is also put into the map. */
    private ListMultimap<String, Group> sort(Map<String, Sight> sights) {
        ListMultimap<String, Group> alike = ArrayListMultimap.create();
        for (Group group : asked.law().provisions()) {
            for (AssetType subject : assets.all()) {
                if (group.rules().stream().anyMatch(rule -> asked.about().test(rule, subject))) {
                    Sight sight = Sight.of(group, subject, assets);
                    String shape = group.regulation().jurisdiction() + " " + sight.shape();
                    sights.putIfAbsent(shape, sight);
                    alike.put(shape, group);
                }
            }
        }
        return alike;
    }
}
