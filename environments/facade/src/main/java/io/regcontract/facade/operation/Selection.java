package io.regcontract.facade.operation;

import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.store.EntityType;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Some of the attributes of a record: those of which a path begins with the name.
 *
 * @param names of attributes of the record itself
 */
record Selection(List<String> names) {

    /** @throws Refusal when the type has no such attribute */
    static Selection of(EntityType type, List<String> paths) {
        var names = new ArrayList<String>();
        for (var path : paths) {
            names.add(RecordSelection.path(type, path).steps().get(0).name());
        }
        return new Selection(names);
    }

    /** What a record has of it. */
    ObjectNode from(ObjectNode record) {
        var some = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> some.set(name, record.path(name)));
        return some;
    }
}
