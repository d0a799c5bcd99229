using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Contracts.Operations;
using Integration.Mapping.Documents;

namespace Integration.Dynamics.Finance.Protocol;

/// <summary>The fields of one entity set. F&amp;O refuses a whole document for one unknown field; naming it beforehand costs no call and no order.</summary>
internal sealed class EntityModel : IDocumentSchema
{
    private readonly IReadOnlyDictionary<string, EntityField> _fields;

    private EntityModel(string name, IReadOnlyDictionary<string, EntityField> fields) => (Name, _fields) = (name, fields);

    /// <inheritdoc />
    public string Name { get; }

    /// <summary>Reads an entity file from this assembly's resources, such as <c>SalesOrders.sales-order-headers-v3.json</c>.</summary>
    public static EntityModel Load(string resource)
    {
        using var stream = typeof(EntityModel).Assembly.GetManifestResourceStream($"Integration.Dynamics.Finance.{resource}")
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        var file = JsonNode.Parse(stream)!;
        return new EntityModel(
            (string)file["set"]!,
            file["fields"]!.AsObject().ToDictionary(field => field.Key, field => Field(file, field.Key, (string)field.Value!), StringComparer.Ordinal));
    }

    /// <summary>The same with number fields that an extension adds.</summary>
    public EntityModel With(IReadOnlyCollection<string> numbers) => numbers.Count == 0 ? this
        : new EntityModel(Name, _fields.Concat(numbers.Distinct(StringComparer.Ordinal).Where(name => !_fields.ContainsKey(name)).Select(name => KeyValuePair.Create(name, new EntityField(FieldType.Decimal, null, null)))).ToDictionary(StringComparer.Ordinal));

    /// <inheritdoc />
    public bool Knows(string path, out SchemaType type)
    {
        type = SchemaType.Text;
        if (!_fields.TryGetValue(path, out var field)) return false;
        type = field.Type is FieldType.Whole or FieldType.Decimal ? SchemaType.Number : SchemaType.Text;
        return true;
    }

    /// <summary>Everything in a document that the server would refuse or cut; empty when it may be sent.</summary>
    public IReadOnlyList<Reason> Problems(JsonObject document, string prefix = "") =>
        [.. document.Where(entry => entry.Value is not null).Select(entry => Problem(entry.Key, entry.Value!) is { } words ? new Reason(prefix + entry.Key, words) : null).OfType<Reason>()];

    private string? Problem(string name, JsonNode value) => !_fields.TryGetValue(name, out var field) ? $"The entity {Name} has no such field." : field.Type switch
    {
        FieldType.Text when Text(value) is not { } text => "Text is expected here.",
        FieldType.Text when field.MaxLength is { } most && Text(value)!.Length > most => string.Create(CultureInfo.InvariantCulture, $"Longer than the {most} characters that F&O keeps."),
        FieldType.Decimal or FieldType.Whole when value.GetValueKind() != JsonValueKind.Number => "A number is expected here.",
        FieldType.Enum when Text(value) is not { } member || (field.Members is { } members && !members.Contains(member)) =>
            field.Members is { } known ? $"One of {string.Join(", ", known)} is expected here." : "The name of an enum's member is expected here.",
        FieldType.DateTime when Text(value) is not { } text || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) => "A date with its time is expected here.",
        FieldType.Guid when Text(value) is not { } text || !Guid.TryParse(text, out _) => "A GUID is expected here.",
        _ => null,
    };

    private static string? Text(JsonNode value) => value is JsonValue plain && plain.TryGetValue<string>(out var text) ? text : null;

    private static EntityField Field(JsonNode file, string name, string type) => new(
        type switch
        {
            "String" => FieldType.Text,
            "Decimal" => FieldType.Decimal,
            "Int32" or "Int64" => FieldType.Whole,
            "DateTimeOffset" => FieldType.DateTime,
            "Guid" => FieldType.Guid,
            _ when type.StartsWith("enum ", StringComparison.Ordinal) => FieldType.Enum,
            _ => throw new InvalidOperationException($"The entity file names an unknown type {type}."),
        },
        type.StartsWith("enum ", StringComparison.Ordinal) ? (file["enums"]?[type["enum ".Length..]] as JsonArray)?.Select(member => (string)member!).ToList() : null,
        (int?)file["lengths"]?[name]);
}
