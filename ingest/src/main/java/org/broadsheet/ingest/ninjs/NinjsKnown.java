package org.broadsheet.ingest.ninjs;

import java.util.List;

/// What ninjs has names for and the wire room has no use for: they are known and say nothing to the desk.
final class NinjsKnown {

    static final List<String> KNOWN = List.of(
            "name",
            "mimetype",
            "profile",
            "representationtype",
            "charcount",
            "wordcount",
            "altids",
            "trustindicator",
            "trustindicators",
            "standard",
            "schema",
            "priority",
            "advice",
            "advices",
            "dates",
            "eventdetails",
            "plannedcoverage");

    private NinjsKnown() {}
}
