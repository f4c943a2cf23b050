package org.broadsheet.cms.wire;

import org.broadsheet.core.desk.Refusal;

/// What came of dropping wire copy or lifting it again.
public sealed interface Sorting {

    /// It is done, or was so already.
    record Done() implements Sorting {}

    /// It is refused; nothing has changed.
    record Refused(Refusal refusal) implements Sorting {}

    /// The wire has sent no such item.
    record Unknown() implements Sorting {}
}
