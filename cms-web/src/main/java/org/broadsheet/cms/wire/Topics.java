package org.broadsheet.cms.wire;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Subject codes made comparable. Agencies write one media topic with different prefixes (`medtop:`, `subj:`, a whole
/// address), all ending in its eight digits (IPTC NewsCodes).
public final class Topics {

    private static final Pattern DIGITS = Pattern.compile("(?:^|[:/])([0-9]{8})$");

    private Topics() {}

    /// The code as it is compared.
    public static String comparable(String code) {
        Matcher digits = DIGITS.matcher(code.strip());
        return digits.find() ? digits.group(1) : code.strip().toLowerCase(Locale.ROOT);
    }

    /// The codes as they are compared, each once, empty ones left out.
    public static List<String> comparable(Collection<String> codes) {
        return codes.stream()
                .filter(code -> !code.isBlank())
                .map(Topics::comparable)
                .distinct()
                .toList();
    }
}
