package dev.feedforward.dataset.rows;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import tools.jackson.databind.annotation.JsonSerialize;

/** Writes a {@code double[]} of inputs in JSON as a person would: 1 rather than 1.0. */
@JacksonAnnotationsInside
@JsonSerialize(using = PlainNumbersSerializer.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainNumbers {}
