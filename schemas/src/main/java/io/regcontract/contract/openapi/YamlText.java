package io.regcontract.contract.openapi;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** YAML that every reader takes for the same: texts are quoted, and so are keys that look like numbers. */
final class YamlText {

    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .stringQuotingChecker(new NumericKeysQuoted())
                    .build())
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private YamlText() {}

    static String of(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    private static final class NumericKeysQuoted extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1L;
        private static final Pattern NUMBER = Pattern.compile("[-+.\\d].*");

        @Override
        public boolean needToQuoteName(String name) {
            return NUMBER.matcher(name).matches() || super.needToQuoteName(name);
        }
    }
}
