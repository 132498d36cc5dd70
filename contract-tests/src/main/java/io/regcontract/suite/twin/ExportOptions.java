package io.regcontract.suite.twin;

import java.util.List;
import java.util.Set;

/**
 * What is read, and how it is written.
 *
 * @param types names of entity types; all when it is empty
 * @param without parts that are left out: settings, clients, access, flow, rules, records
 * @param page how many records are asked for at once
 * @param hashes whether passwords are written, as the hashes that they are
 * @param anonymise whether what tells who somebody is gets replaced
 * @param personal attributes that do so beside those that are recognised, as {@code /path} or {@code type:/path}
 * @param impersonal attributes that are recognised and do not
 */
record ExportOptions(
        List<String> types,
        Set<String> without,
        int page,
        boolean hashes,
        boolean anonymise,
        List<String> personal,
        List<String> impersonal) {

    static final List<String> PARTS = List.of("settings", "clients", "access", "flow", "rules", "records");

    ExportOptions {
        types = List.copyOf(types);
        without = Set.copyOf(without);
        personal = List.copyOf(personal);
        impersonal = List.copyOf(impersonal);
    }

    boolean has(String part) {
        return !without.contains(part);
    }
}
