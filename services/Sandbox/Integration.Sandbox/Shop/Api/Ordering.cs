using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api;

/// <summary><c>order[column]=asc|desc</c>: other columns and other directions are ignored.</summary>
internal static class Ordering
{
    /// <summary>The columns asked for, in the order of the query.</summary>
    public static IReadOnlyList<(string Column, bool Descending)> Of(ApiCall call, params ReadOnlySpan<string> known)
    {
        var found = new List<(string, bool)>();
        foreach (var (column, direction) in call.Query["order"] as JsonObject ?? [])
        {
            if (known.Contains(column) && direction is JsonValue && RowValues.AsText(direction).ToLowerInvariant() is "asc" or "desc")
            {
                found.Add((column, RowValues.AsText(direction!).Equals("desc", StringComparison.OrdinalIgnoreCase)));
            }
        }

        return found;
    }

    /// <summary>Sorts by numbers; rows that are equal stay in the order of their ids.</summary>
    public static IReadOnlyCollection<JsonObject> Sort(
        IReadOnlyCollection<JsonObject> rows, IReadOnlyList<(string Column, bool Descending)> by, Func<JsonObject, string, IComparable>? value = null)
    {
        value ??= (row, column) => row.Long(column);
        IOrderedEnumerable<JsonObject>? sorted = null;
        foreach (var (column, descending) in by)
        {
            IComparable Key(JsonObject row) => value(row, column);
            sorted = (sorted, descending) switch
            {
                (null, false) => rows.OrderBy(Key),
                (null, true) => rows.OrderByDescending(Key),
                (_, false) => sorted.ThenBy(Key),
                _ => sorted.ThenByDescending(Key),
            };
        }

        return sorted is null ? rows : [.. sorted];
    }
}
