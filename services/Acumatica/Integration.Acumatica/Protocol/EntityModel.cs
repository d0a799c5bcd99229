using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Contracts.Operations;
using Integration.Mapping.Documents;

namespace Integration.Acumatica.Protocol;

/// <summary>
/// The fields of one top-level entity. Acumatica ignores unknown field names silently (a line sent with <c>Quantity</c> instead
/// of <c>OrderQty</c> was stored with quantity 0), so nothing is sent that is not in here.
/// </summary>
internal sealed class EntityModel : IDocumentSchema
{
    private static readonly string[] SystemFields = ["id", "rowNumber", "delete"];
    private readonly IReadOnlyDictionary<string, EntityField> _fields;

    private EntityModel(string name, IReadOnlyDictionary<string, EntityField> fields) => (Name, _fields) = (name, fields);

    /// <inheritdoc />
    public string Name { get; }

    /// <summary>Reads a compact entity file from this assembly's resources.</summary>
    public static EntityModel Load(string resource)
    {
        using var stream = typeof(EntityModel).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        var file = JsonNode.Parse(stream)!;
        var root = (string)file["root"]!;
        return new EntityModel(root, Entity(file, root));
    }

    /// <inheritdoc />
    public bool Knows(string path, out SchemaType type)
    {
        type = SchemaType.Text;
        IReadOnlyDictionary<string, EntityField>? fields = _fields;
        foreach (var name in path.Split('.'))
        {
            if (fields is null) return false;
            if (name is "note") (fields, type) = (null, SchemaType.Text);
            else if (!fields.TryGetValue(name, out var field)) return false;
            else (fields, type) = (field.Fields, Schema(field.Type));
        }

        return true;
    }

    /// <summary>Everything in a plain document that the server would ignore, cut or fail to read; empty when it may be sent.</summary>
    public IReadOnlyList<Reason> Problems(JsonObject document)
    {
        var problems = new List<Reason>();
        Check(document, _fields, "", problems);
        return problems;
    }

    private static void Check(JsonObject record, IReadOnlyDictionary<string, EntityField> fields, string prefix, List<Reason> problems)
    {
        foreach (var (name, value) in record)
        {
            var path = prefix + name;
            if (SystemFields.Contains(name) || name is "note" or "custom" || value is null) continue;
            if (!fields.TryGetValue(name, out var field))
                problems.Add(new Reason(path, "The endpoint has no such field; Acumatica would ignore it silently."));
            else if (field.Type == FieldType.Detail)
                CheckRows(value, field, path, problems);
            else if (field.Type == FieldType.Linked)
            {
                if (value is JsonObject nested) Check(nested, field.Fields!, path + ".", problems);
                else problems.Add(new Reason(path, "A nested record is expected here."));
            }
            else if (ValueProblem(value, field) is { } problem)
                problems.Add(new Reason(path, problem));
        }
    }

    private static void CheckRows(JsonNode value, EntityField field, string path, List<Reason> problems)
    {
        if (value is not JsonArray rows)
        {
            problems.Add(new Reason(path, "A list of records is expected here."));
            return;
        }

        for (var index = 0; index < rows.Count; index++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
            if (rows[index] is JsonObject row) Check(row, field.Fields!, at + ".", problems);
            else problems.Add(new Reason(at, "A record is expected here."));
        }
    }

    private static string? ValueProblem(JsonNode value, EntityField field) => field.Type switch
    {
        FieldType.Text when value is not JsonValue text || !text.TryGetValue<string>(out _) => "Text is expected here.",
        FieldType.Text when field.MaxLength is { } most && value.GetValue<string>().Length > most =>
            string.Create(CultureInfo.InvariantCulture, $"Longer than the {most} characters that Acumatica keeps."),
        FieldType.Boolean when value.GetValueKind() is not (System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False) => "True or false is expected here.",
        FieldType.Decimal or FieldType.Whole when value.GetValueKind() != System.Text.Json.JsonValueKind.Number => "A number is expected here.",
        FieldType.DateTime when value is not JsonValue date || !date.TryGetValue<string>(out var text)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) => "A date is expected here.",
        FieldType.Guid when value is not JsonValue id || !id.TryGetValue<string>(out var text) || !Guid.TryParse(text, out _) => "A GUID is expected here.",
        _ => null,
    };

    private static Dictionary<string, EntityField> Entity(JsonNode file, string name)
    {
        var fields = new Dictionary<string, EntityField>(StringComparer.Ordinal);
        foreach (var (field, type) in file["entities"]![name]!.AsObject())
        {
            var length = (int?)file["lengths"]?[$"{name}.{field}"];
            var text = (string)type!;
            var nested = file["entities"]![text.Trim('[', ']')] is null ? null : Entity(file, text.Trim('[', ']'));
            fields[field] = new EntityField(Type(text, nested is not null), nested, length);
        }

        return fields;
    }

    private static FieldType Type(string text, bool nested) => text switch
    {
        "String" => FieldType.Text,
        "Decimal" => FieldType.Decimal,
        "Boolean" => FieldType.Boolean,
        "DateTime" => FieldType.DateTime,
        "Guid" => FieldType.Guid,
        "Int" or "Short" or "Long" or "Byte" => FieldType.Whole,
        _ when nested && text.StartsWith('[') => FieldType.Detail,
        _ when nested => FieldType.Linked,
        _ => throw new InvalidOperationException($"The entity file names an unknown type {text}."),
    };

    private static SchemaType Schema(FieldType type) => type switch
    {
        FieldType.Whole or FieldType.Decimal => SchemaType.Number,
        FieldType.Boolean => SchemaType.Flag,
        FieldType.Linked => SchemaType.Object,
        FieldType.Detail => SchemaType.Array,
        _ => SchemaType.Text,
    };
}
