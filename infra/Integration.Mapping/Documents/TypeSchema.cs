using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Integration.Mapping.Documents;

/// <summary>The schema of a .NET type as a serialiser writes it; for the canonical records.</summary>
public sealed class TypeSchema : IDocumentSchema
{
    private readonly JsonTypeInfo _root;

    private TypeSchema(string name, JsonTypeInfo root)
    {
        Name = name;
        _root = root;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The schema of <typeparamref name="T"/>.</summary>
    /// <param name="name">The name, for example <c>canonical.order</c>.</param>
    /// <param name="options">How it is serialised.</param>
    public static TypeSchema Of<T>(string name, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new TypeSchema(name, options.GetTypeInfo(typeof(T)));
    }

    /// <inheritdoc/>
    public bool Knows(string path, out SchemaType type)
    {
        ArgumentNullException.ThrowIfNull(path);
        var current = _root;
        foreach (var member in path.Split('.'))
        {
            current = Unwrapped(current);
            if (current.Kind == JsonTypeInfoKind.Dictionary)
            {
                current = current.Options.GetTypeInfo(current.ElementType!);
                continue;
            }

            var property = current.Properties.FirstOrDefault(property => property.Name == member && property.Get is not null);
            if (property is null)
            {
                type = SchemaType.Any;
                return current.Type == typeof(object) || current.Type.Namespace == "System.Text.Json.Nodes";
            }

            current = current.Options.GetTypeInfo(property.PropertyType);
        }

        type = TypeOf(current);
        return true;
    }

    /// <summary>The item of an array, the value of a nullable.</summary>
    private static JsonTypeInfo Unwrapped(JsonTypeInfo info)
    {
        while (info.Kind == JsonTypeInfoKind.Enumerable || Nullable.GetUnderlyingType(info.Type) is not null)
            info = info.Options.GetTypeInfo(Nullable.GetUnderlyingType(info.Type) ?? info.ElementType!);
        return info;
    }

    private static SchemaType TypeOf(JsonTypeInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        if (info.Kind == JsonTypeInfoKind.Enumerable)
            return SchemaType.Array;
        if (info.Kind is JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary && type != typeof(object))
            return SchemaType.Object;
        if (type == typeof(bool))
            return SchemaType.Flag;
        if (type.IsEnum || type == typeof(string) || type == typeof(Guid) || type == typeof(DateOnly) || type == typeof(DateTimeOffset)
            || type == typeof(DateTime) || type == typeof(TimeSpan) || type == typeof(TimeOnly) || type == typeof(Uri))
            return SchemaType.Text;
        return type.IsPrimitive || type == typeof(decimal) ? SchemaType.Number : SchemaType.Any;
    }
}
