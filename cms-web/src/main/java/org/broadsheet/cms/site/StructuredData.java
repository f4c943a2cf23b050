package org.broadsheet.cms.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Says what a page is in the words of schema.org, as a block of data in the page. It is data to every browser and
/// never run.
@Component
class StructuredData {

    private final JsonMapper json;

    StructuredData(JsonMapper json) {
        this.json = json;
    }

    /// A `NewsArticle` (<https://schema.org/NewsArticle>) in its breadcrumb.
    SafeHtml newsArticle(Article article) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("@context", "https://schema.org");
        said.put("@type", "NewsArticle");
        said.put("headline", article.headline());
        if (!article.description().isEmpty()) {
            said.put("description", article.description());
        }
        said.put("datePublished", article.published());
        said.put("dateModified", article.modified());
        said.put("articleSection", article.section());
        said.put("inLanguage", article.language());
        said.put("mainEntityOfPage", article.address());
        if (!article.images().isEmpty()) {
            said.put("image", article.images());
        }
        List<Map<String, String>> authors = article.authors().stream()
                .map(author -> Map.of("@type", "Person", "name", author))
                .toList();
        if (!authors.isEmpty()) {
            said.put("author", authors);
        } else if (!article.agency().isEmpty()) {
            said.put("author", Map.of("@type", "Organization", "name", article.agency()));
        }
        said.put("publisher", Map.of("@type", "NewsMediaOrganization", "name", article.publisher()));
        said.put("isAccessibleForFree", true);
        return SafeHtml.written(withoutMarkup(json.writeValueAsString(said)));
    }

    /// What is said of a story.
    ///
    /// @param authors names; empty where the story has no byline
    /// @param agency whose copy it is; empty for the newspaper's own
    record Article(
            String headline,
            String description,
            String published,
            String modified,
            String section,
            String language,
            String address,
            List<String> images,
            List<String> authors,
            String agency,
            String publisher) {}

    /// No character is left that could end the element or begin another; JSON reads the escapes as the characters.
    private static String withoutMarkup(String text) {
        return text.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
