using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Writing;

/// <summary>Reads single values: numbers are JSON numbers, instants carry their offset.</summary>
internal static partial class Scalars
{
    /// <summary>Name of the type that a column has in the service's model.</summary>
    public static string EdmType(Column column, DataverseSettings settings) => column.Type switch
    {
        ColumnType.String => "Edm.String",
        ColumnType.Integer or ColumnType.Choice or ColumnType.State or ColumnType.Status => "Edm.Int32",
        ColumnType.BigInt => "Edm.Int64",
        ColumnType.Decimal or ColumnType.Money => "Edm.Decimal",
        ColumnType.Boolean => "Edm.Boolean",
        ColumnType.DateTime => column.DateOnly && settings.DateOnlyAsDate ? "Edm.Date" : "Edm.DateTimeOffset",
        _ => "Edm.Guid",
    };

    /// <exception cref="DataverseFault">400 when the value has another type.</exception>
    public static object? Read(JsonElement value, Column column, TableSchema table, DataverseSettings settings)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var type = EdmType(column, settings);
        var wrong = DataverseFault.Payload(table, $"Microsoft.OData.ODataException: Cannot convert the literal '{Shown(value)}' to the expected type '{type}'");
        switch (column.Type)
        {
            case ColumnType.String:
                return value.ValueKind == JsonValueKind.String ? value.GetString() : throw wrong;
            case ColumnType.Boolean:
                return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw wrong;
            case ColumnType.Decimal or ColumnType.Money when value.ValueKind == JsonValueKind.String:
                throw DataverseFault.Payload(
                    table, "Microsoft.OData.ODataException: Cannot convert a value to target type 'Edm.Decimal' because of conflict between input format string/number and parameter 'IEEE754Compatible' false/true");
            case ColumnType.Decimal or ColumnType.Money:
                return value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : throw wrong;
            case ColumnType.BigInt:
                return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var large) ? large : throw wrong;
            case ColumnType.Integer or ColumnType.Choice or ColumnType.State or ColumnType.Status:
                return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole) ? (long)whole : throw wrong;
            case ColumnType.DateTime:
                return value.ValueKind == JsonValueKind.String && Instant(value.GetString()!, type) is { } instant ? instant : throw wrong;
            default:
                return value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) ? id : throw wrong;
        }
    }

    /// <summary>An instant, cut to the second as the database keeps it; null when the text is none of that type.</summary>
    public static DateTimeOffset? Instant(string text, string type)
    {
        var isDate = type == "Edm.Date";
        if (!(isDate ? Date() : DateTime()).IsMatch(text)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
        {
            return null;
        }

        return new DateTimeOffset(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }

    private static string Shown(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$", RegexOptions.IgnoreCase)]
    private static partial Regex DateTime();
}
