package org.broadsheet.cms.desk;

import org.broadsheet.cms.masthead.Masthead;
import org.broadsheet.cms.masthead.Mastheads;
import org.broadsheet.cms.staff.StaffMember;
import org.springframework.stereotype.Component;

/// Puts the frame around a screen for who is signed in.
@Component
class DeskFrames {

    private final Mastheads mastheads;
    private final ScriptWords words;

    DeskFrames(Mastheads mastheads, ScriptWords words) {
        this.mastheads = mastheads;
        this.words = words;
    }

    DeskFrame around(StaffMember member) {
        Masthead masthead = mastheads.current();
        return new DeskFrame(
                masthead.name(),
                masthead.language(),
                masthead.timeZone().getId(),
                member.name(),
                member.login(),
                masthead.sections().stream()
                        .map(section -> new DeskFrame.SectionName(section.slug(), section.name()))
                        .toList(),
                words.json());
    }
}
