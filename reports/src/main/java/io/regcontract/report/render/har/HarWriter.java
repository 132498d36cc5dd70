package io.regcontract.report.render.har;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.report.record.Exchange;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Writes a HAR entry by entry, so that memory does not grow with the file. */
public final class HarWriter implements Closeable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Writer out;
    private int entries;

    /**
     * Begins a HAR.
     *
     * @param out is closed with this; half characters in it become escapes
     * @param version of what made the record
     * @param comment what the file is, as a sentence
     */
    public HarWriter(Writer out, String version, String comment) throws IOException {
        this.out = out;
        var creator = new LinkedHashMap<String, Object>();
        creator.put("name", "regcontract");
        creator.put("version", version);
        out.write("{\"log\":{\"version\":\"1.2\",\"creator\":" + json(creator) + ",\"comment\":" + json(comment)
                + ",\"pages\":[],\"entries\":[");
    }

    /**
     * Adds an exchange.
     *
     * @param requirement id of the requirement that it was made for
     */
    public void add(String requirement, Exchange exchange) throws IOException {
        out.write(entries == 0 ? "\n" : ",\n");
        out.write(json(HarEntry.of(requirement, exchange)));
        entries++;
    }

    /** How many entries it has so far. */
    public int entries() {
        return entries;
    }

    /** Ends it: from here on it is a whole HAR. */
    @Override
    public void close() throws IOException {
        out.write("\n]}}\n");
        out.close();
    }

    private static String json(Object value) {
        return ServiceText.encodableJson(JSON.writeValueAsString(value));
    }
}
