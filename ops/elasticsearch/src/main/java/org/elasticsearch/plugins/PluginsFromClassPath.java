package org.elasticsearch.plugins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.elasticsearch.Build;
import org.elasticsearch.env.Environment;

/// The plugins of a node that has no folder of plugins: those that are handed to it.
public final class PluginsFromClassPath extends PluginsService {

    private final List<LoadedPlugin> loaded;

    public PluginsFromClassPath(Environment environment, PluginsLoader loader, List<Plugin> plugins) {
        super(environment.settings(), environment.configDir(), loader);
        this.loaded = plugins.stream().map(PluginsFromClassPath::loaded).toList();
    }

    @Override
    protected List<LoadedPlugin> plugins() {
        return loaded;
    }

    private static LoadedPlugin loaded(Plugin plugin) {
        return new LoadedPlugin(descriptor(plugin), plugin, plugin.getClass().getClassLoader());
    }

    /// Read and not constructed: the constructor changes from version to version.
    private static PluginDescriptor descriptor(Plugin plugin) {
        String properties = """
                name=%s
                description=On the class path
                version=%s
                elasticsearch.version=%s
                java.version=21
                classname=%s
                """.formatted(
                        plugin.getClass().getSimpleName(),
                        Build.current().version(),
                        Build.current().version(),
                        plugin.getClass().getName());
        try {
            return PluginDescriptor.readInternalDescriptorFromStream(
                    new ByteArrayInputStream(properties.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
