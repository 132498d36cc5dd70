package io.regcontract.report.render;

import java.io.IOException;
import java.io.Writer;

/** One file that tells the story to one kind of reader. */
public interface ReportRenderer {

    /** Name of the file. */
    String fileName();

    /** Writes it. The same story always makes the same text. */
    void write(ReportModel story, Writer out) throws IOException;
}
