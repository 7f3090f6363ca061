package dev.feedforward.json;

import java.util.List;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.jdk.EnumDeserializer;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.ArrayType;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.util.EnumResolver;

/** Makes a mapper note faults where it would stop at the first, or bend the value. */
final class BodyModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    BodyModule() {
        addDeserializer(Double.class, new DecimalNumber(Double.class));
        addDeserializer(Double.TYPE, new DecimalNumber(Double.TYPE));
        addDeserializer(Integer.class, WholeNumber.ofInt(Integer.class));
        addDeserializer(Integer.TYPE, WholeNumber.ofInt(Integer.TYPE));
        addDeserializer(Long.class, WholeNumber.ofLong(Long.class));
        addDeserializer(Long.TYPE, WholeNumber.ofLong(Long.TYPE));
        addDeserializer(Boolean.class, new TrueOrFalse(Boolean.class));
        addDeserializer(Boolean.TYPE, new TrueOrFalse(Boolean.TYPE));
        addDeserializer(String.class, new Text());
        setDeserializerModifier(new Modifier());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new SaidOrNot.Finder());
    }

    private static final class Modifier extends ValueDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public BeanDeserializerBuilder updateBuilder(
                DeserializationConfig config, BeanDescription.Supplier type, BeanDeserializerBuilder builder) {
            if (builder.getAnySetter() == null) {
                List<String> known = type.get().findProperties().stream()
                        .filter(BeanPropertyDefinition::couldDeserialize)
                        .map(BeanPropertyDefinition::getName)
                        .toList();
                builder.setAnySetter(new UnknownFields(known));
            }
            return builder;
        }

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier type, ValueDeserializer<?> deserializer) {
            return deserializer instanceof BeanDeserializerBase bean && onlyFromObjects(bean.getValueInstantiator())
                    ? Shape.object(deserializer)
                    : deserializer;
        }

        /** A creator that takes a string or a list has a say in what it takes. */
        private static boolean onlyFromObjects(ValueInstantiator creator) {
            return !(creator.canCreateFromString()
                    || creator.canCreateFromInt()
                    || creator.canCreateFromLong()
                    || creator.canCreateFromDouble()
                    || creator.canCreateFromBoolean()
                    || creator.canCreateUsingDelegate()
                    || creator.canCreateUsingArrayDelegate());
        }

        @Override
        public ValueDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                ValueDeserializer<?> deserializer) {
            return deserializer instanceof EnumDeserializer
                    ? new Choice(EnumResolver.constructFor(config, description.getClassInfo()))
                    : deserializer;
        }

        @Override
        public ValueDeserializer<?> modifyCollectionDeserializer(
                DeserializationConfig config,
                CollectionType type,
                BeanDescription.Supplier description,
                ValueDeserializer<?> deserializer) {
            return Shape.list(deserializer);
        }

        @Override
        public ValueDeserializer<?> modifyArrayDeserializer(
                DeserializationConfig config,
                ArrayType type,
                BeanDescription.Supplier description,
                ValueDeserializer<?> deserializer) {
            if (type.hasRawClass(double[].class)) {
                return Shape.list(NumberRow.ofDoubles());
            }
            return Shape.list(type.hasRawClass(int[].class) ? NumberRow.ofInts() : deserializer);
        }
    }
}
