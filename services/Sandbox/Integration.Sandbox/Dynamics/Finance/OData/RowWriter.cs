using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.OData;

/// <summary>Writes rows as the service answers them: every property of the entity or those selected, empty ones too.</summary>
internal static class RowWriter
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Tells one version of a row from another; null for rows that have none.</summary>
    public static string? ETag(EntitySet set, Row row) => set.IsAggregate
        ? null : $"W/\"{Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"'{row.Version},{row.RecId}'")))}\"";

    /// <summary>Writes the members of a row into the object that was begun.</summary>
    public static void Write(Utf8JsonWriter json, EntitySet set, Row row, IReadOnlyList<Property>? select)
    {
        if (ETag(set, row) is { } tag)
        {
            json.WriteString("@odata.etag", tag);
        }

        foreach (var property in select ?? set.Properties)
        {
            json.WritePropertyName(property.Name);
            Value(json, property, row);
        }
    }

    public static string Instant(Property property, DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(property.IsDay ? "yyyy-MM-dd'T12:00:00Z'" : "yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Value(Utf8JsonWriter json, Property property, Row row)
    {
        switch (property.Kind)
        {
            case EdmKind.String:
                json.WriteStringValue(row.Text(property.Name));
                break;
            case EdmKind.Guid:
                json.WriteStringValue(row.Text(property.Name) is { Length: > 0 } guid ? guid : Guid.Empty.ToString());
                break;
            case EdmKind.Enum:
                json.WriteStringValue(row.Text(property.Name) is { Length: > 0 } member ? member : property.Enum!.Default);
                break;
            case EdmKind.DateTimeOffset:
                json.WriteStringValue(Instant(property, row.Instant(property.Name) ?? Comparison.NoDate));
                break;
            case EdmKind.Decimal:
                // Trailing zeros are no part of the number.
                json.WriteNumberValue(row.Number(property.Name) / 1.000000000000000000000000000000m);
                break;
            default:
                json.WriteNumberValue((long)row.Number(property.Name));
                break;
        }
    }
}
