package io.regcontract.contract.loading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What tells one contract from another: the SHA-256 over the names and texts of all data files that say what is promised. The
 * formats are not among them, they have versions of their own.
 */
public final class ContractDigest {

    private static final List<String> FOLDERS = List.of("", "errors");

    private ContractDigest() {}

    public static String ofAllFiles() {
        var digest = sha256();
        FOLDERS.stream().map(ContractFiles::in).flatMap(List::stream).sorted().forEach(name -> {
            // A checkout may end lines otherwise and is no other contract for that.
            Stream.of(name, ContractFiles.text(name).replace("\r\n", "\n"))
                    .map(part -> part.getBytes(StandardCharsets.UTF_8))
                    .forEach(part -> {
                        digest.update((part.length + ":").getBytes(StandardCharsets.UTF_8));
                        digest.update(part);
                    });
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
