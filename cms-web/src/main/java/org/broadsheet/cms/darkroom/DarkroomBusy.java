package org.broadsheet.cms.darkroom;

/// More pictures are wanted than are drawn: whoever asked is told to come back.
public class DarkroomBusy extends RuntimeException {

    DarkroomBusy(String why) {
        super(why);
    }
}
