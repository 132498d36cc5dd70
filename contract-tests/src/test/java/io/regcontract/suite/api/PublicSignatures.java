package io.regcontract.suite.api;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that code outside can name in some packages, a line for each type and member, the same from every JDK. */
final class PublicSignatures {

    private PublicSignatures() {}

    /** Sorted by type; below each type its members, indented and sorted. */
    static List<String> of(Set<String> packages) {
        var lines = new ArrayList<String>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(packages).stream()
                        .filter(type -> packages.contains(type.getPackageName()))
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .map(JavaClass::reflect)
                        .filter(PublicSignatures::isVisible)
                        .forEach(type -> {
                            lines.add(declaration(type));
                            members(type).sorted().distinct().forEach(lines::add);
                        });
        return lines;
    }

    private static boolean isVisible(Class<?> type) {
        return isVisible(type.getModifiers())
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String declaration(Class<?> type) {
        var above = type.getGenericSuperclass();
        return modifiers(type.getModifiers(), Modifier.classModifiers())
                + kind(type) + " " + type.getName() + variables(type.getTypeParameters())
                + (above == null || above == Object.class ? "" : " extends " + above.getTypeName())
                + Arrays.stream(type.getGenericInterfaces())
                        .map(Type::getTypeName)
                        .sorted()
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining(", "), all -> all.isEmpty() ? "" : " implements " + all))
                + (type.isSealed() ? " sealed" : "");
    }

    private static String kind(Class<?> type) {
        return type.isAnnotation()
                ? "@interface"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    }

    private static Stream<String> members(Class<?> type) {
        var fields = Arrays.stream(type.getDeclaredFields())
                .filter(PublicSignatures::isNamed)
                .map(field -> modifiers(field.getModifiers(), Modifier.fieldModifiers())
                        + field.getGenericType().getTypeName() + " " + field.getName() + deprecated(field));
        var constructors = Arrays.stream(type.getDeclaredConstructors())
                .filter(PublicSignatures::isNamed)
                .map(made ->
                        modifiers(made.getModifiers(), Modifier.constructorModifiers()) + "new" + parameters(made));
        var methods = Arrays.stream(type.getDeclaredMethods())
                .filter(PublicSignatures::isNamed)
                .map(PublicSignatures::method);
        return Stream.of(fields, constructors, methods).flatMap(all -> all).map(line -> "    " + line);
    }

    private static boolean isNamed(Member member) {
        return isVisible(member.getModifiers()) && !member.isSynthetic();
    }

    private static String method(Method method) {
        var standard = method.getDefaultValue();
        return modifiers(method.getModifiers(), Modifier.methodModifiers())
                + (method.isDefault() ? "default " : "")
                + variables(method.getTypeParameters())
                + method.getGenericReturnType().getTypeName() + " " + method.getName() + parameters(method)
                + (standard == null ? "" : " default \"" + shown(standard) + '"') + deprecated(method);
    }

    private static String parameters(Executable called) {
        var thrown = Arrays.stream(called.getGenericExceptionTypes())
                .map(Type::getTypeName)
                .collect(Collectors.joining(", "));
        return Arrays.stream(called.getGenericParameterTypes())
                        .map(Type::getTypeName)
                        .collect(Collectors.joining(", ", "(", ")"))
                + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable.getName()
                                + Arrays.stream(variable.getBounds())
                                        .map(Type::getTypeName)
                                        .collect(Collectors.joining(" & ", " extends ", "")))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    /** A list is shown by its elements, and not by where it lies in memory. */
    private static String shown(Object standard) {
        var list = Arrays.deepToString(new Object[] {standard});
        return standard.getClass().isArray() ? list.substring(1, list.length() - 1) : standard.toString();
    }

    private static String deprecated(AnnotatedElement element) {
        return element.isAnnotationPresent(Deprecated.class) ? " deprecated" : "";
    }

    /** Without what callers cannot tell, such as whether a method is synchronized. */
    private static String modifiers(int modifiers, int allowed) {
        int told = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL;
        var text = Modifier.toString(modifiers & allowed & told);
        return text.isEmpty() ? "" : text + " ";
    }
}
