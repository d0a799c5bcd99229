using System.Globalization;
using System.Text.Json;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.OData;

/// <summary>Reads the body of a write: names and types must be those of the entity.</summary>
internal static class RowReader
{
    /// <summary>What was sent, by property; null for an emptied one.</summary>
    /// <exception cref="FinanceFault">A name is unknown, or a value has another type.</exception>
    public static IReadOnlyDictionary<string, object?> Read(EntitySet set, byte[] body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException broken)
        {
            throw FinanceFault.Malformed($"The body cannot be read as JSON: {broken.Message}");
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw FinanceFault.Malformed("An unexpected 'StartArray' node was found when reading from the JSON reader. A 'StartObject' node was expected.");
            }

            Dictionary<string, object?> values = new(StringComparer.Ordinal);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (member.Name.Contains('@', StringComparison.Ordinal))
                {
                    continue;
                }

                var property = set.Find(member.Name) ?? throw FinanceFault.Malformed(
                    $"The property '{member.Name}' does not exist on type '{set.TypeName}'. Make sure to only use property names that are defined by the type.");
                values[member.Name] = Value(property, member.Value);
            }

            return values;
        }
    }

    private static object? Value(Property property, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        switch (property.Kind)
        {
            case EdmKind.String or EdmKind.Guid when value.ValueKind == JsonValueKind.String:
                return value.GetString();
            case EdmKind.Enum when value.ValueKind == JsonValueKind.String && property.Enum!.Has(value.GetString()!):
                return value.GetString();
            case EdmKind.Decimal when value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number):
                return number;
            case EdmKind.Int32 when value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number):
                return (decimal)number;
            case EdmKind.Int64 when value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number):
                return (decimal)number;
            case EdmKind.DateTimeOffset when value.ValueKind == JsonValueKind.String && Comparison.Instant(value.GetString()!) is { } instant:
                var kept = property.IsDay ? new DateTimeOffset(instant.UtcDateTime.Date.AddHours(12), TimeSpan.Zero) : instant;
                return kept.Date == Comparison.NoDate.Date ? null : kept;
            default:
                throw FinanceFault.Malformed(string.Create(
                    CultureInfo.InvariantCulture, $"Cannot convert the literal '{Shown(value)}' to the expected type '{property.TypeName}' of the property '{property.Name}'."));
        }
    }

    private static string Shown(JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? value.ValueKind.ToString() : value.ToString();
}
