package org.broadsheet.core.spelling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names news and picture agencies go by, and what a name must look like to be taken for one.
public final class Agencies {

    private static final List<String> NAMES = List.of(
            "Reuters",
            "Thomson Reuters",
            "Thomson Reuters Foundation",
            "Reuters Life!",
            "AP",
            "AP Photo",
            "AP Images",
            "Associated Press",
            "The Associated Press",
            "AFP",
            "AFP Photo",
            "Agence France-Presse",
            "AFP-JIJI",
            "dpa",
            "dpa-AFX",
            "dpa-infocom",
            "dpa-Zentralbild",
            "USA TODAY Sports",
            "Imagn",
            "Imagn Images",
            "LaPresse",
            "KNS",
            "ZUMA Wire",
            "picture alliance",
            "picture-alliance",
            "Xinhua",
            "TASS",
            "ITAR-TASS",
            "RIA",
            "RIA Novosti",
            "Sputnik",
            "Interfax",
            "Kyodo",
            "Kyodo News",
            "Jiji",
            "Jiji Press",
            "Yonhap",
            "ANSA",
            "EFE",
            "EPA",
            "EPA-EFE",
            "EFE-EPA",
            "epa Photo",
            "Europa Press",
            "Belga",
            "ANP",
            "NTB",
            "TT",
            "Ritzau",
            "Ritzau Scanpix",
            "Scanpix",
            "Lehtikuva",
            "APA",
            "PTI",
            "PTI Photo",
            "ANI",
            "IANS",
            "UPI",
            "PA",
            "PA Media",
            "PA Wire",
            "PA Images",
            "PA Archive",
            "Press Association",
            "Bernama",
            "Antara",
            "AAP",
            "AAP Image",
            "AAP Images",
            "CP",
            "The Canadian Press",
            "Canadian Press",
            "KCNA",
            "CNA",
            "MTI",
            "PAP",
            "CTK",
            "ČTK",
            "TASR",
            "Lusa",
            "Anadolu",
            "Anadolu Agency",
            "WAM",
            "SPA",
            "IRNA",
            "Tanjug",
            "HINA",
            "Agerpres",
            "Ukrinform",
            "BelTA",
            "Bloomberg",
            "Dow Jones",
            "Keystone",
            "Getty",
            "Getty Images",
            "Shutterstock",
            "Alamy",
            "Imago",
            "Zuma",
            "Zuma Press",
            "ZUMA Wire",
            "Sipa",
            "Sipa USA",
            "NurPhoto",
            "WireImage",
            "Rex",
            "Redux",
            "Magnum Photos",
            "Handelsblatt Media");

    private static final Map<String, String> KNOWN = known();

    private static final Set<String> TELLING_WORDS = Set.of(
            "press",
            "presse",
            "prensa",
            "stampa",
            "news",
            "nyheter",
            "agency",
            "agence",
            "agencia",
            "agência",
            "agenzia",
            "agentur",
            "nachrichtenagentur",
            "newswire",
            "wire",
            "media",
            "images",
            "photos",
            "pictures",
            "foto",
            "photo",
            "bureau",
            "newsroom",
            "syndicate");

    private static final List<String> TELLING_ENDINGS =
            List.of("press", "presse", "news", "wire", "foto", "photo", "pix", "bild", "media", "images", "tass");

    private Agencies() {}

    /// Whether a name is that of an agency, in capitals or not; of several divided by `/`, whether all are.
    public static boolean isKnown(String name) {
        if (KNOWN.containsKey(key(name))) {
            return true;
        }
        int slash = name.indexOf('/');
        if (slash <= 0 || slash == name.length() - 1 || name.length() > 80) {
            return false;
        }
        return KNOWN.containsKey(key(name.substring(0, slash))) && isKnown(name.substring(slash + 1));
    }

    /// Whether a name could be an agency's by its words: `Agence Nord`, `Norland Press`, `Nordwire`.
    public static boolean looksLikeOne(String name) {
        if (name.isEmpty() || name.length() > 80) {
            return false;
        }
        if (isKnown(name)) {
            return true;
        }
        for (String word : key(name).split("[ /-]", -1)) {
            if (TELLING_WORDS.contains(word)) {
                return true;
            }
            for (String ending : TELLING_ENDINGS) {
                if (word.length() > ending.length() + 1 && word.endsWith(ending)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The agency a name with one slip of the pen means (`Rueters`); `null` where it is none or spelt right. Short
    /// names are left alone: too many words are one letter away from `AP`.
    public static @Nullable String meantBy(String name) {
        String key = key(name);
        if (key.length() < 6 || key.length() > 40 || KNOWN.containsKey(key)) {
            return null;
        }
        for (Map.Entry<String, String> known : KNOWN.entrySet()) {
            if (known.getKey().length() >= 6 && isOneSlipAway(key, known.getKey())) {
                return known.getValue();
            }
        }
        return null;
    }

    /// Whether two words differ by one letter added, lost, changed or swapped with its neighbour.
    public static boolean isOneSlipAway(String left, String right) {
        if (left.equals(right) || Math.abs(left.length() - right.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(left.length(), right.length());
        while (start < shorter && left.charAt(start) == right.charAt(start)) {
            start++;
        }
        String leftRest = left.substring(start);
        String rightRest = right.substring(start);
        if (leftRest.length() == rightRest.length()) {
            boolean changed = leftRest.substring(1).equals(rightRest.substring(1));
            boolean swapped = leftRest.length() > 1
                    && leftRest.charAt(0) == rightRest.charAt(1)
                    && leftRest.charAt(1) == rightRest.charAt(0)
                    && leftRest.substring(2).equals(rightRest.substring(2));
            return changed || swapped;
        }
        return leftRest.length() > rightRest.length()
                ? leftRest.substring(1).equals(rightRest)
                : rightRest.substring(1).equals(leftRest);
    }

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        for (String name : NAMES) {
            known.put(key(name), name);
        }
        return known;
    }

    private static String key(String name) {
        return Spacing.tidy(name).toLowerCase(Locale.ROOT);
    }
}
