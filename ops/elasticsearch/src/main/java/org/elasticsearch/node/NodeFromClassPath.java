package org.elasticsearch.node;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.PluginsFromClassPath;
import org.elasticsearch.plugins.PluginsLoader;
import org.elasticsearch.plugins.PluginsService;

/// A whole Elasticsearch node without a distribution.
public final class NodeFromClassPath extends Node {

    public NodeFromClassPath(Environment environment, List<Plugin> plugins) {
        super(NodeConstruction.prepareConstruction(
                environment,
                PluginsLoader.createPluginsLoader(Set.of(), Set.of(), Map.of(), false),
                new WithPlugins(plugins),
                true));
    }

    private static final class WithPlugins extends NodeServiceProvider {
        private final List<Plugin> plugins;

        WithPlugins(List<Plugin> plugins) {
            this.plugins = plugins;
        }

        @Override
        PluginsService newPluginService(Environment environment, PluginsLoader loader) {
            return new PluginsFromClassPath(environment, loader, plugins);
        }
    }
}
