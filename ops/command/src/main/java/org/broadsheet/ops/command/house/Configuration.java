package org.broadsheet.ops.command.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What each service is told, as the properties file it is started with.
public final class Configuration {

    private final House house;
    private final Secrets secrets;

    public Configuration(House house, Secrets secrets) {
        this.house = house;
        this.secrets = secrets;
    }

    /// Writes the file of one service.
    ///
    /// @param service `ingest`, `cms-web` or `search`
    /// @return what was written
    public String write(String service) {
        String content = content(service);
        Path file = file(service);
        try {
            PrivateFiles.write(file, content);
        } catch (IOException e) {
            throw new Trouble("The configuration " + file + " cannot be written: " + e.getMessage(), e);
        }
        return content;
    }

    public Path file(String service) {
        return house.configuration().resolve(service + ".properties");
    }

    private String content(String service) {
        Ports ports = house.ports();
        var told = new LinkedHashMap<String, String>();
        told.put("server.address", "127.0.0.1");
        told.put("broadsheet.service-token", secrets.serviceToken());
        switch (service) {
            case "ingest" -> {
                told.put("server.port", String.valueOf(ports.ingest()));
                database(told, "ingest", secrets.ingestDatabase());
                told.put("broadsheet.ingest.folder.root", house.feeds().toString());
                told.put("broadsheet.ingest.feed.key", secrets.feedKey());
            }
            case "cms-web" -> {
                told.put("server.port", String.valueOf(ports.cms()));
                database(told, "cms", secrets.cmsDatabase());
                told.put("broadsheet.cms.house.internal-port", String.valueOf(ports.cmsInternal()));
                told.put("broadsheet.cms.wire.address", Ports.at(ports.ingest()).toString());
                told.put(
                        "broadsheet.cms.related.address",
                        Ports.at(ports.search()).toString());
                told.put("broadsheet.cms.picture.folder", house.pictures().toString());
                told.put(
                        "broadsheet.cms.site.public-address",
                        Ports.at(ports.cms()).toString());
            }
            case "search" -> {
                told.put("server.port", String.valueOf(ports.search()));
                told.put(
                        "spring.elasticsearch.uris",
                        Ports.at(ports.elasticsearch()).toString());
                told.put(
                        "broadsheet.search.wire-log.address",
                        Ports.at(ports.ingest()).toString());
                told.put(
                        "broadsheet.search.publication-log.address",
                        Ports.at(ports.cmsInternal()).toString());
            }
            default -> throw new IllegalArgumentException(service);
        }
        var text = new StringBuilder(
                "# Written at each `broadsheet up`: what is changed here is gone with the next one.\n");
        told.forEach((name, value) ->
                text.append(name).append('=').append(escaped(value)).append('\n'));
        return text.toString();
    }

    private void database(Map<String, String> told, String name, String password) {
        told.put(
                "spring.datasource.url",
                "jdbc:postgresql://127.0.0.1:" + house.ports().postgresql() + "/" + name);
        told.put("spring.datasource.username", name);
        told.put("spring.datasource.password", password);
    }

    /// As a properties file has it: Latin-1, with the rest and the backslash escaped.
    private static String escaped(String value) {
        var escaped = new StringBuilder();
        value.chars().forEach(character -> {
            if (character == '\\') {
                escaped.append("\\\\");
            } else if (character < ' ' || character > '~') {
                escaped.append("\\u%04x".formatted(character));
            } else {
                escaped.append((char) character);
            }
        });
        return escaped.toString();
    }
}
