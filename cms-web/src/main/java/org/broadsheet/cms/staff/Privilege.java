package org.broadsheet.cms.staff;

import java.util.Set;
import org.broadsheet.core.desk.Role;

/// What only some of the staff may do, and by which roles: the one place where that is decided.
public enum Privilege {
    /// Take wire copy, write, and submit one's own stories.
    WRITE("write stories", Role.REPORTER, Role.SUB_EDITOR, Role.EDITOR, Role.PICTURE_EDITOR),
    /// Change, submit and spike stories of others.
    EDIT("change a story of somebody else", Role.SUB_EDITOR, Role.EDITOR, Role.PICTURE_EDITOR),
    /// Drop wire copy that nobody needs, and lift it again.
    SORT_THE_WIRE("drop wire copy", Role.REPORTER, Role.SUB_EDITOR, Role.EDITOR, Role.PICTURE_EDITOR),
    /// Put a story, or a new version of one, before readers.
    PUBLISH("publish a story", Role.EDITOR),
    /// Withdraw a public story for good.
    KILL("kill a story", Role.EDITOR),
    /// Bring pictures in, write what is known of them, crop them.
    LOOK_AFTER_PICTURES("look after pictures", Role.PICTURE_EDITOR, Role.EDITOR, Role.SUB_EDITOR),
    /// Take a picture from every page at once, and let it be shown again.
    TAKE_PICTURES_DOWN("take a picture down", Role.PICTURE_EDITOR, Role.EDITOR),
    /// Say how much each check on pictures weighs, what usage terms mean, and which sources need a word to the reader.
    SET_PICTURE_RULES("set the rules of the picture desk", Role.PICTURE_EDITOR, Role.ADMIN),
    /// Add, change, pause, try and retire feeds.
    RUN_FEEDS("run feeds", Role.ADMIN),
    /// Add, change, order and remove the rules by which wire copy is routed.
    SET_RULES("set the rules of routing", Role.ADMIN),
    /// Read quarantined copy in again, or drop it for good.
    CLEAR_QUARANTINE("replay or drop what is in quarantine", Role.EDITOR, Role.ADMIN);

    private final String words;
    private final Set<Role> roles;

    Privilege(String words, Role... roles) {
        this.words = words;
        this.roles = Set.of(roles);
    }

    /// What it allows, as in `You are not allowed to publish a story`.
    public String words() {
        return words;
    }

    boolean isGivenTo(Role role) {
        return roles.contains(role);
    }
}
