using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api;

/// <summary>Values in the forms of the 5.5 API.</summary>
internal static class ApiValues
{
    /// <summary>A PHP float: a whole one keeps its <c>.0</c>.</summary>
    public static JsonValue Float(this JsonObject row, string name) => Float(row.Amount(name));

    /// <inheritdoc cref="Float(JsonObject,string)"/>
    public static JsonValue Float(decimal value)
    {
        var plain = value / 1.0000000000000000000000000000m;
        return JsonValue.Create(plain.Scale == 0 ? plain + 0.0m : plain);
    }

    /// <summary>PHP's DATE_ISO8601, whose offset has no colon.</summary>
    public static string Date(this JsonObject row, string name) => Instant(row, name).ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture);

    /// <summary>PHP's DATE_ATOM.</summary>
    public static string Atom(this JsonObject row, string name) => Instant(row, name).ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>An id, or null where X-Cart stores 0 for none.</summary>
    public static JsonValue? IdOrNull(this JsonObject row, string name) => row.Long(name) is > 0 and var id ? JsonValue.Create(id) : null;

    /// <summary>The rows' views as a list.</summary>
    public static JsonArray Views(this IEnumerable<JsonObject> rows, Func<JsonObject, JsonObject> view) => [.. rows.Select(view)];

    private static DateTimeOffset Instant(JsonObject row, string name) => DateTimeOffset.FromUnixTimeSeconds(row.Long(name));
}
