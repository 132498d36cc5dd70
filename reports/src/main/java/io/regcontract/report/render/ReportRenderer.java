package io.regcontract.report.render;

import java.io.IOException;
import java.io.Writer;

/** One file of the report, for one kind of reader. */
public interface ReportRenderer {

    /** Name of the file. */
    String fileName();

    /** Writes the file. The same model always makes the same text. */
    void write(ReportModel story, Writer out) throws IOException;
}
