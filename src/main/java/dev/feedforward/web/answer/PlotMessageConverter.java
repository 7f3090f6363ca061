package dev.feedforward.web.answer;

import dev.feedforward.plot.Plot;
import dev.feedforward.plot.PlotFormat;
import dev.feedforward.plot.Plottable;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Writes a {@link Plottable} as a table or a picture; JSON is left to Jackson. A handler lists what it answers in
 * {@code produces}, JSON first: the first is what a client gets that does not care.
 */
final class PlotMessageConverter extends AbstractHttpMessageConverter<Plottable> {

    PlotMessageConverter() {
        super(Arrays.stream(PlotFormat.values())
                .map(PlotMessageConverter::mediaType)
                .toArray(MediaType[]::new));
    }

    /** The format's media type without its charset. */
    static MediaType mediaType(PlotFormat format) {
        MediaType full = MediaType.parseMediaType(format.contentType());
        return new MediaType(full.getType(), full.getSubtype());
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Plottable.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Plottable readInternal(Class<? extends Plottable> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("A plot can only be written", message);
    }

    @Override
    protected void writeInternal(Plottable plottable, HttpOutputMessage message) throws IOException {
        HttpHeaders headers = message.getHeaders();
        PlotFormat format = formatOf(headers.getContentType());
        Plot plot = plottable.plot();
        byte[] body = format.write(plot);
        String filename = plottable.fileName() + "." + format.extension();
        headers.setContentType(MediaType.parseMediaType(format.contentType()));
        headers.setContentLength(body.length);
        headers.setContentDisposition(
                ContentDisposition.inline().filename(filename).build());
        message.getBody().write(body);
    }

    private static PlotFormat formatOf(@Nullable MediaType type) {
        return Arrays.stream(PlotFormat.values())
                .filter(format -> mediaType(format).isCompatibleWith(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No plot format is written as " + type));
    }
}
