package org.broadsheet.search.wire;

import org.broadsheet.core.log.LogPage;
import org.broadsheet.core.wire.WireLogEntry;
import org.broadsheet.search.follow.FollowedLog;
import org.broadsheet.search.follow.FollowedLogs;
import org.broadsheet.search.follow.LogAddress;
import org.broadsheet.search.index.IndexBooks;
import org.broadsheet.search.index.NewsIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.annotation.Order;

/// Follows the wire log into the index of wire items.
@Configuration(proxyBeanMethods = false)
class WireReading {

    private static final String LOG = "wire";

    @Bean
    @Order(2)
    FollowedLog wireLog(FollowedLogs logs, IndexBooks books, WireDocuments documents, WireLogProperties properties) {
        return logs.follow(
                new LogAddress(LOG, properties.address(), properties.batch()),
                new ParameterizedTypeReference<LogPage<WireLogEntry>>() {},
                books.of(LOG, NewsIndex.WIRE, documents::entry));
    }
}
