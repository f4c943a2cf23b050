package org.broadsheet.ingest.markup;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.broadsheet.ingest.format.Unreadable;
import org.codehaus.stax2.DTDInfo;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Reads XML that nobody vouches for: no document type, no external entity, bounded depth and size, nothing lost.
///
/// Elements and attributes go by their local names: real feeds vary their prefixes and forget to declare them.
public final class MarkupReader {

    /// How deep elements may stand in each other.
    public static final int DEEPEST = 200;

    private static final int MOST_ELEMENTS = 500_000;
    private static final int MOST_ATTRIBUTES = 256;
    private static final int LONGEST_ATTRIBUTE = 256 * 1024;
    private static final int LONGEST_BLANK = 80;
    private static final int MOST_BLANKS = 500;

    private static final Pattern DECLARATION =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private final WstxInputFactory factory = factory(MOST_ELEMENTS);
    private final int largest;

    /// @param largest how many bytes a document may have
    public MarkupReader(int largest) {
        this.largest = largest;
    }

    /// What XML that nobody vouches for is read with.
    static WstxInputFactory factory(long mostElements) {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST + 1);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, mostElements);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        factory.setProperty(WstxInputProperties.P_UNDECLARED_ENTITY_RESOLVER, (javax.xml.stream.XMLResolver)
                (publicId, systemId, base, name) -> namedCharacter(name));
        return factory;
    }

    /// The document's root element.
    ///
    /// @param remark told what was odd but could be read
    /// @throws Unreadable if it is not well-formed, too large, too deep, or brings a document type with
    /// declarations
    public Markup.Element read(byte[] bytes, Consumer<String> remark) throws Unreadable {
        if (bytes.length > largest) {
            throw new Unreadable("The XML has %,d bytes; at most %,d are read".formatted(bytes.length, largest));
        }
        String charset = betterCharset(bytes, remark);
        try {
            XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(bytes), charset);
            try {
                return read(in);
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            throw new Unreadable(sentence(e), e);
        }
    }

    private static Markup.Element read(XMLStreamReader in) throws XMLStreamException, Unreadable {
        Deque<Open> open = new ArrayDeque<>();
        Map<String, Markup.Text> blanks = new HashMap<>();
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() >= DEEPEST) {
                        throw new Unreadable("Elements stand more than " + DEEPEST + " deep in each other");
                    }
                    open.push(new Open(localName(in.getLocalName()), attributes(in), new ArrayList<>()));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    Open parent = open.peek();
                    if (parent != null) {
                        parent.content().add(text(in.getText(), blanks));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Markup.Element element = open.pop().close();
                    Open parent = open.peek();
                    if (parent == null) {
                        readToTheEnd(in);
                        return element;
                    }
                    parent.content().add(element);
                }
                case XMLStreamConstants.DTD -> {
                    String declarations = ((DTDInfo) in).getDTDInternalSubset();
                    if (declarations != null && !declarations.isBlank()) {
                        throw new Unreadable("The XML declares entities or elements of its own (DOCTYPE […]), "
                                + "which no wire copy needs");
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unreadable("The XML uses an entity it does not declare: &" + in.getLocalName() + ";");
                case XMLStreamConstants.END_DOCUMENT -> throw new Unreadable("The XML has no root element");
                default -> {
                    // comments and processing instructions are not text
                }
            }
        }
    }

    /// The same line breaks and indents stand between thousands of elements; they are held once.
    static Markup.Text text(String text, Map<String, Markup.Text> blanks) {
        if (text.length() > LONGEST_BLANK || !Whitespace.isBlank(text)) {
            return new Markup.Text(text);
        }
        Markup.Text known = blanks.get(text);
        if (known == null) {
            known = new Markup.Text(text);
            if (blanks.size() < MOST_BLANKS) {
                blanks.put(text, known);
            }
        }
        return known;
    }

    private static void readToTheEnd(XMLStreamReader in) throws XMLStreamException {
        while (in.hasNext()) {
            in.next();
        }
    }

    static Map<String, String> attributes(XMLStreamReader in) {
        int count = in.getAttributeCount();
        if (count == 0) {
            return Map.of();
        }
        if (count == 1) {
            String name = in.getAttributeLocalName(0);
            return name.startsWith("xmlns") ? Map.of() : Map.of(localName(name), in.getAttributeValue(0));
        }
        Map<String, String> attributes = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            String name = in.getAttributeLocalName(i);
            if (name.startsWith("xmlns")) {
                continue;
            }
            String local = localName(name);
            if (local.equals(name)) {
                attributes.put(local, in.getAttributeValue(i));
            } else {
                attributes.putIfAbsent(local, in.getAttributeValue(i));
            }
        }
        return attributes;
    }

    static String localName(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    /// Where the declared charset cannot be the real one, the real one; else `null`, and the declaration counts.
    static @Nullable String betterCharset(byte[] bytes, Consumer<String> remark) {
        String written = declaredCharset(bytes);
        if (written == null) {
            return null;
        }
        String declared = written.toUpperCase(Locale.ROOT);
        boolean oneByte =
                declared.startsWith("ISO-8859-") || declared.equals("WINDOWS-1252") || declared.equals("US-ASCII");
        if (!oneByte) {
            return null;
        }
        boolean beyondAscii = false;
        boolean controls = false;
        for (byte b : bytes) {
            beyondAscii |= b < 0;
            controls |= b < (byte) 0xA0;
        }
        if (!beyondAscii) {
            return null;
        }
        if (isUtf8(bytes)) {
            remark.accept("It declares " + written + " but is written in UTF-8, and was read so");
            return "UTF-8";
        }
        if (controls && declared.equals("ISO-8859-1")) {
            return "windows-1252";
        }
        return null;
    }

    /// The charset a document says it is written in; `null` where it does not say.
    static @Nullable String declaredCharset(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARATION.matcher(head);
        return declaration.find() ? declaration.group(1) : null;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// The character HTML has a name for, such as `nbsp`: feeds use the names without declaring them.
    private static @Nullable Object namedCharacter(String name) {
        String reference = "&" + name + ";";
        String character = Parser.unescapeEntities(reference, false);
        return character.equals(reference)
                ? null
                : new ByteArrayInputStream(character.getBytes(StandardCharsets.UTF_8));
    }

    static String sentence(XMLStreamException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        String first = message.lines().findFirst().orElse("");
        if (e.getLocation() == null || e.getLocation().getLineNumber() < 1) {
            return "Not well-formed XML: " + first;
        }
        return "Not well-formed XML at line %d, column %d: %s"
                .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber(), first);
    }

    private record Open(String name, Map<String, String> attributes, List<Markup> content) {
        Markup.Element close() {
            return new Markup.Element(name, attributes, content);
        }
    }
}
