package org.broadsheet.cms.picturerights;

import java.util.Set;
import org.broadsheet.core.picture.CaptionCheck.Level;
import org.broadsheet.core.picture.CaptionLinter;
import org.broadsheet.core.picture.UsageJudge;
import org.broadsheet.core.picture.UsageTable;

/// The rules of the picture desk as they now stand.
///
/// @param version counts up with every change; 0 as they come with the house
/// @param captions what is wanted of captions, credits and descriptions
/// @param creditWords how much it weighs where a credit lacks words that the terms demand
/// @param archiveDays how long a picture that must not be archived may be shown
/// @param territories where the newspaper is published, ISO 3166-1 alpha-3; empty where everywhere
/// @param usage what usage terms mean
public record HouseRules(
        int version,
        CaptionLinter.House captions,
        Level creditWords,
        int archiveDays,
        Set<String> territories,
        UsageTable usage) {
    public HouseRules {
        territories = Set.copyOf(territories);
    }

    UsageJudge judge() {
        return new UsageJudge(archiveDays, territories);
    }
}
