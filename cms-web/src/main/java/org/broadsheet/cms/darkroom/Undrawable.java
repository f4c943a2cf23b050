package org.broadsheet.cms.darkroom;

/// The pixels of an original cannot be read.
public class Undrawable extends Exception {

    Undrawable(String why) {
        super(why);
    }

    Undrawable(String why, Throwable cause) {
        super(why, cause);
    }
}
