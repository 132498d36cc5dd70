package io.regcontract.simulator.drill.signin;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.drill.Undo;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which types remember passwords because of a drill. Several drills may want it of one type: it is as before once the
 * last of them is undone.
 */
final class PasswordHistories {

    private static final int ENOUGH = 2;

    private final Map<Place, Wish> wishes = new HashMap<>();

    /** A type of an application. */
    private record Place(Application application, String typeName) {}

    /** How many drills want it, and what the type remembered before. */
    private record Wish(int drills, OptionalInt before) {}

    /** Has a type remember two passwords at least. The caller holds the application's lock. */
    synchronized Undo switchOn(Application application, String typeName) {
        var place = new Place(application, typeName);
        var type = application.entityTypes().records(typeName).type();
        var wish = wishes.get(place);
        if (wish != null && type.historySize().equals(OptionalInt.of(ENOUGH))) {
            wishes.put(place, new Wish(wish.drills() + 1, wish.before()));
            return () -> release(place);
        }
        if (type.historySize().orElse(0) >= ENOUGH) {
            return () -> {};
        }
        wishes.put(place, new Wish(1, type.historySize()));
        application.entityTypes().change(type.withHistorySize(OptionalInt.of(ENOUGH)));
        return () -> release(place);
    }

    private synchronized void release(Place place) {
        var wish = wishes.get(place);
        if (wish == null) {
            return;
        }
        if (wish.drills() > 1) {
            wishes.put(place, new Wish(wish.drills() - 1, wish.before()));
            return;
        }
        wishes.remove(place);
        var types = place.application().entityTypes();
        types.find(place.typeName())
                .filter(book -> book.type().historySize().equals(OptionalInt.of(ENOUGH)))
                .ifPresent(book -> types.change(book.type().withHistorySize(wish.before())));
    }
}
