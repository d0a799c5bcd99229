using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api;

/// <summary>API Platform's search filter: one value or several (any of them); case does not matter, as in MySQL's usual collation.</summary>
internal static class SearchFilter
{
    /// <returns>Null when nothing is to be filtered.</returns>
    public static Func<JsonObject, bool>? Of(ApiCall call, string parameter, bool partial, Func<JsonObject, string> value)
    {
        var wanted = call.Query[parameter] switch
        {
            JsonValue one => [RowValues.AsText(one)],
            JsonObject many => many.Select(pair => pair.Value).OfType<JsonValue>().Select(RowValues.AsText).ToList(),
            _ => (List<string>)[],
        };
        return wanted.Count == 0 ? null : row => wanted.Exists(text => partial
            ? value(row).Contains(text, StringComparison.OrdinalIgnoreCase)
            : value(row).Equals(text, StringComparison.OrdinalIgnoreCase));
    }
}
