package org.broadsheet.cms.masthead;

/// A line of the newspaper's own, printed below a story and never stored in it.
///
/// @param words what it says
/// @param href where it leads
public record Promo(String words, String href) {}
