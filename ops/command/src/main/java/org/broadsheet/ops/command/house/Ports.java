package org.broadsheet.ops.command.house;

import java.net.URI;

/// Where the parts answer, all on 127.0.0.1.
public record Ports(int cms, int cmsInternal, int ingest, int search, int postgresql, int elasticsearch) {

    private static final Ports USUAL = new Ports(8080, 8090, 8081, 8082, 8432, 8200);
    private static final int LARGEST_OFFSET = 65535 - 8432;

    /// The usual ports, each moved by the same number.
    ///
    /// @param offset as `BROADSHEET_PORT_OFFSET` has it; empty: not moved
    /// @throws Trouble if it is no number, or a port would fall out of range
    public static Ports shiftedBy(String offset) {
        if (offset.isBlank()) {
            return USUAL;
        }
        int by;
        try {
            by = Integer.parseInt(offset.strip());
        } catch (NumberFormatException e) {
            throw new Trouble("BROADSHEET_PORT_OFFSET is a number such as 100, not \"" + offset + "\".", e);
        }
        if (by < -7000 || by > LARGEST_OFFSET) {
            throw new Trouble(
                    "BROADSHEET_PORT_OFFSET lies between -7000 and " + LARGEST_OFFSET + ", not at " + by + ".");
        }
        return new Ports(
                USUAL.cms + by,
                USUAL.cmsInternal + by,
                USUAL.ingest + by,
                USUAL.search + by,
                USUAL.postgresql + by,
                USUAL.elasticsearch + by);
    }

    /// The address of one of them.
    public static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
