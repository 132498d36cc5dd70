package io.regcontract.simulator.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * How two values may stand to each other. Of two lists it is asked whether any value of the one stands so to any of the
 * other; no list is gone through for every value of the other one.
 */
enum Relation {
    EQUAL,
    DIFFERENT,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST;

    private static final Comparator<Object> ORDER = Relation::compare;

    /** Whether there is such a pair; neither list is empty. */
    boolean holdsOfAny(List<Object> lefts, List<Object> rights) {
        return switch (this) {
            case EQUAL -> haveOneInCommon(lefts, rights);
            case DIFFERENT -> !isAllTheSame(lefts, rights.get(0)) || !isAllTheSame(rights, lefts.get(0));
            case LESS -> compare(least(lefts), greatest(rights)) < 0;
            case AT_MOST -> compare(least(lefts), greatest(rights)) <= 0;
            case GREATER -> compare(greatest(lefts), least(rights)) > 0;
            case AT_LEAST -> compare(greatest(lefts), least(rights)) >= 0;
        };
    }

    private static boolean haveOneInCommon(List<Object> lefts, List<Object> rights) {
        if (lefts.size() == 1 && rights.size() == 1) {
            return compare(lefts.get(0), rights.get(0)) == 0;
        }
        var known = new TreeSet<>(ORDER);
        known.addAll(rights);
        return lefts.stream().anyMatch(known::contains);
    }

    private static boolean isAllTheSame(List<Object> values, Object value) {
        return values.stream().allMatch(each -> compare(each, value) == 0);
    }

    private static Object least(List<Object> values) {
        return Collections.min(values, ORDER);
    }

    private static Object greatest(List<Object> values) {
        return Collections.max(values, ORDER);
    }

    private static int compare(Object one, Object other) {
        if (one instanceof String text) {
            return text.compareTo((String) other);
        }
        if (one instanceof BigDecimal number) {
            return number.compareTo((BigDecimal) other);
        }
        if (one instanceof Instant time) {
            return time.compareTo((Instant) other);
        }
        return Boolean.compare((boolean) one, (boolean) other);
    }
}
