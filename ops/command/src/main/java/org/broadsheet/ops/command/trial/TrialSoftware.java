package org.broadsheet.ops.command.trial;

import org.broadsheet.ops.command.house.House;
import org.broadsheet.ops.command.pressroom.Part;
import org.broadsheet.ops.command.pressroom.Software;

/// What a trial runs: the services as they were built.
public final class TrialSoftware {

    private TrialSoftware() {}

    /// The class path of the ingest service, laid out in the house's own place for software.
    public static String ingest(House house) {
        return classPath(house, Part.INGEST);
    }

    /// The class path of the desk and the site, laid out in the house's own place for software.
    public static String cmsWeb(House house) {
        return classPath(house, Part.CMS_WEB);
    }

    private static String classPath(House house, Part part) {
        house.open();
        Software.Laid laid = new Software(house).lay(part);
        return laid.jar() + ":" + laid.folder().resolve("lib") + "/*";
    }
}
