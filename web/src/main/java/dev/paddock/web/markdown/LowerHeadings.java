package dev.paddock.web.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;

/** A heading in an answer stands below the page's own, or the outline that screen readers offer makes no sense. */
final class LowerHeadings extends AbstractVisitor {

    private static final int BELOW = 2;
    private static final int LOWEST = 6;

    @Override
    public void visit(Heading heading) {
        heading.setLevel(Math.min(LOWEST, heading.getLevel() + BELOW));
        visitChildren(heading);
    }
}
