package io.regcontract.simulator;

import io.regcontract.simulator.control.SimulatorControl;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** A control, and all parts that it hands out, that note which of their methods were called. */
final class RecordedControl {

    private static final String CONTROLS = SimulatorControl.class.getPackageName();

    private final Set<String> called = new ConcurrentSkipListSet<>();

    /** The control, noted. */
    SimulatorControl noting(SimulatorControl control) {
        return (SimulatorControl) noted(control, SimulatorControl.class);
    }

    /** Methods that nobody called. */
    Set<String> missing() {
        var all = new TreeSet<String>();
        parts(SimulatorControl.class, new LinkedHashSet<>()).forEach(part -> Arrays.stream(part.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .forEach(method -> all.add(name(part, method))));
        all.removeAll(called);
        return all;
    }

    private static Set<Class<?>> parts(Class<?> from, Set<Class<?>> known) {
        if (isPart(from) && known.add(from)) {
            Arrays.stream(from.getMethods()).forEach(method -> parts(method.getReturnType(), known));
        }
        return known;
    }

    private static boolean isPart(Class<?> type) {
        return type.isInterface() && type.getPackageName().startsWith(CONTROLS);
    }

    private Object noted(Object part, Class<?> type) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            called.add(name(type, method));
            try {
                var result = method.invoke(part, arguments);
                return isPart(method.getReturnType()) ? noted(result, method.getReturnType()) : result;
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        };
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static String name(Class<?> part, Method method) {
        return part.getSimpleName()
                + "."
                + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .toList();
    }
}
