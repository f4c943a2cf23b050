package org.broadsheet.search.publication;

import org.broadsheet.core.log.LogPage;
import org.broadsheet.core.publication.PublicationLogEntry;
import org.broadsheet.search.follow.FollowedLog;
import org.broadsheet.search.follow.FollowedLogs;
import org.broadsheet.search.follow.LogAddress;
import org.broadsheet.search.index.IndexBooks;
import org.broadsheet.search.index.NewsIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.annotation.Order;

/// Follows the publication log into the index of stories.
@Configuration(proxyBeanMethods = false)
class PublicationReading {

    private static final String LOG = "publication";

    @Bean
    @Order(1)
    FollowedLog publicationLog(
            FollowedLogs logs, IndexBooks books, StoryDocuments documents, PublicationLogProperties properties) {
        return logs.follow(
                new LogAddress(LOG, properties.address(), properties.batch()),
                new ParameterizedTypeReference<LogPage<PublicationLogEntry>>() {},
                books.of(LOG, NewsIndex.STORIES, documents::entry));
    }
}
