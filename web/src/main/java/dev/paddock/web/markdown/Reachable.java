package dev.paddock.web.markdown;

import java.util.Map;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/**
 * A link leads to a new tab, so that a click never costs anybody the answer they were writing. Code and tables that are wider than the page
 * can be scrolled by keyboard.
 */
final class Reachable implements AttributeProvider {

    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
        if (node instanceof Link) {
            attributes.put("target", "_blank");
        }
        if (tagName.equals("pre") || tagName.equals("table")) {
            attributes.put("tabindex", "0");
        }
    }
}
