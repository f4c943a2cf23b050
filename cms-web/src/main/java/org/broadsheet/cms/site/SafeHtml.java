package org.broadsheet.cms.site;

/// HTML that may stand in a page as it is, because only [HtmlWriter] and [StructuredData] make it and both escape every
/// word they are given. The only thing a template may print unescaped.
final class SafeHtml {

    private final String html;

    private SafeHtml(String html) {
        this.html = html;
    }

    /// To be called by those two alone.
    static SafeHtml written(String html) {
        return new SafeHtml(html);
    }

    @Override
    public String toString() {
        return html;
    }
}
