package org.broadsheet.cms.house;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Leaves null characters out of every text that comes in as JSON. They are no part of any text, and PostgreSQL cannot
/// hold them: one of them would stop the wire or fail a save.
@Configuration(proxyBeanMethods = false)
class PlainText {

    @Bean
    JsonMapperBuilderCustomizer withoutNullCharacters() {
        return builder -> builder.addModule(
                new SimpleModule("without-null-characters").addDeserializer(String.class, new WithoutNulls()));
    }

    private static final class WithoutNulls extends StdDeserializer<String> {

        WithoutNulls() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(parser, context);
            return text == null || text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        }
    }
}
