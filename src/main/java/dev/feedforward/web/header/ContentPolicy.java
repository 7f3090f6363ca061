package dev.feedforward.web.header;

import java.util.Set;

/** What a browser may load and run for an answer (Content-Security-Policy), should it be shown as a page. */
public final class ContentPolicy {

    public static final String HEADER = "Content-Security-Policy";

    /** For what is no page: nothing at all, and nobody frames it. */
    public static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** For the page at /: nothing but this service, and nothing that is written into its markup. */
    static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** For Swagger UI, which writes styles into its markup. */
    static final String SWAGGER_UI = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    private static final Set<String> FILES = Set.of("/", "/index.html", "/icon.svg");

    private ContentPolicy() {}

    static boolean isPage(String path) {
        return FILES.contains(path) || path.startsWith("/js/") || path.startsWith("/css/");
    }

    static String of(String path) {
        if (isPage(path)) {
            return PAGE;
        }
        return path.startsWith("/swagger-ui/") ? SWAGGER_UI : NOTHING;
    }
}
