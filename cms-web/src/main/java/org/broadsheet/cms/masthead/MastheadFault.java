package org.broadsheet.cms.masthead;

/// Something in a masthead as sent that cannot be printed.
///
/// @param field where it stands, such as `sections[2].slug`
/// @param sentence what is wrong, for whoever sent it to read
record MastheadFault(String field, String sentence) {}
