package io.regcontract.simulator.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an address, or a name that this machine can look up. */
final class AddressOption implements ITypeConverter<InetAddress> {

    @Override
    public InetAddress convert(String text) {
        try {
            if (!text.isBlank()) {
                return InetAddress.getByName(text);
            }
        } catch (UnknownHostException unknown) {
            // Said below.
        }
        throw new TypeConversionException("'" + text + "' is no address, and no name that this machine can look up;"
                + " write one such as 127.0.0.1, ::1 or 0.0.0.0");
    }
}
