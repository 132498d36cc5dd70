package io.regcontract.simulator.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How often the service may be called. */
record QuotaOption(int calls, long seconds) {

    static final class Converter implements ITypeConverter<QuotaOption> {
        @Override
        public QuotaOption convert(String text) {
            if (!text.matches("[0-9]{1,9}/[0-9]{1,9}")) {
                throw new TypeConversionException("'" + text + "' is no quota; write CALLS/SECONDS, such as 500/60");
            }
            var parts = text.split("/", 2);
            return new QuotaOption(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
        }
    }
}
