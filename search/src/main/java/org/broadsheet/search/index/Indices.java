package org.broadsheet.search.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.IndexState;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Sets up the indices from their definitions (`index/*.json`) where they are missing, whenever they are missing; one
/// after the other, for an index that another thread has just begun to set up cannot be asked yet.
@Component
final class Indices {

    /// Where the readers of the logs keep their places.
    static final String READERS = "readers";

    private final Elasticsearch elasticsearch;
    private final IndexProperties properties;
    private final JsonMapper json;

    Indices(Elasticsearch elasticsearch, IndexProperties properties, JsonMapper json) {
        this.elasticsearch = elasticsearch;
        this.properties = properties;
        this.json = json;
    }

    /// Makes sure that an index stands behind its alias.
    ///
    /// @return the identity Elasticsearch gave that index; another one means another, empty index
    /// @throws IndexRefused if more than one index stands behind the alias
    synchronized String open(NewsIndex index) {
        Optional<String> identity = identity(index);
        if (identity.isEmpty()) {
            create(index.generationName(), index.generationName(), index.alias());
            identity = identity(index);
        }
        return identity.orElseThrow(() -> new IndexRefused("The index " + index.generationName()
                + " has lost its alias " + index.alias() + ": put the alias back, or delete the index to rebuild it"));
    }

    /// Makes sure that the readers have an index to keep their places in.
    synchronized void openReaders() {
        boolean there = elasticsearch.ask(
                client -> client.indices().exists(e -> e.index(READERS)).value());
        if (!there) {
            create(READERS, READERS, null);
        }
    }

    /// Whether Elasticsearch answers and both indices can be asked.
    boolean canBeAsked() {
        return elasticsearch.ask(client -> {
            for (NewsIndex index : NewsIndex.values()) {
                if (!client.indices().existsAlias(a -> a.name(index.alias())).value()) {
                    return false;
                }
            }
            return true;
        });
    }

    private Optional<String> identity(NewsIndex index) {
        Map<String, IndexState> behind = elasticsearch.ask(client -> {
            try {
                return client.indices()
                        .getSettings(s -> s.index(index.alias()).name("index.uuid"))
                        .settings();
            } catch (ElasticsearchException e) {
                if (e.status() == 404) {
                    return Map.<String, IndexState>of();
                }
                throw e;
            }
        });
        if (behind.size() > 1) {
            throw new IndexRefused("More than one index stands behind " + index.alias() + ": " + behind.keySet());
        }
        if (behind.containsKey(index.alias())) {
            throw new IndexRefused("An index is called " + index.alias() + " where an alias should be: delete it");
        }
        return behind.values().stream().findFirst().map(Indices::uuid);
    }

    private static String uuid(IndexState state) {
        var settings = state.settings();
        if (settings == null) {
            throw new IndexRefused("Elasticsearch does not say which index it has");
        }
        String uuid =
                settings.index() == null ? settings.uuid() : settings.index().uuid();
        if (uuid == null) {
            throw new IndexRefused("Elasticsearch does not say which index it has");
        }
        return uuid;
    }

    private void create(String name, String mappings, @org.jspecify.annotations.Nullable String alias) {
        ObjectNode definition = json.createObjectNode();
        ObjectNode settings = read("settings");
        ((ObjectNode) settings.get("index"))
                .put("number_of_shards", properties.shards())
                .put("number_of_replicas", properties.replicas());
        definition.set("settings", settings);
        definition.set("mappings", read(mappings));
        if (alias != null) {
            definition.putObject("aliases").putObject(alias);
        }
        elasticsearch.ask(client -> {
            try {
                return client.indices()
                        .create(c -> c.index(name).withJson(new StringReader(definition.toString())))
                        .acknowledged();
            } catch (ElasticsearchException e) {
                if ("resource_already_exists_exception".equals(e.error().type())) {
                    return true;
                }
                throw e;
            }
        });
    }

    private ObjectNode read(String definition) {
        try (InputStream in = new ClassPathResource("index/" + definition + ".json").getInputStream()) {
            return (ObjectNode) json.readTree(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("The definition of the index is missing: " + definition, e);
        }
    }
}
