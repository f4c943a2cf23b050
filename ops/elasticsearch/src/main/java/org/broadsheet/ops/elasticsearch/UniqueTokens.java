package org.broadsheet.ops.elasticsearch;

import java.io.IOException;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Lets each word through once: in the whole text, or only at one position.
final class UniqueTokens extends TokenFilter {

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final CharArraySet seen = new CharArraySet(8, false);
    private final boolean onlyAtOnePosition;

    UniqueTokens(TokenStream tokens, boolean onlyAtOnePosition) {
        super(tokens);
        this.onlyAtOnePosition = onlyAtOnePosition;
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (input.incrementToken()) {
            if (onlyAtOnePosition && step.getPositionIncrement() > 0) {
                seen.clear();
            }
            if (seen.add(word.toString())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        seen.clear();
    }
}
