using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;
using Integration.Sandbox.Shop.Schema;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>
/// <c>_cnd</c>: filters, order and page of a list. An unknown condition is ignored and the whole table comes; so is
/// <c>dateRange</c>, whose text form depends on the store's settings.
/// </summary>
internal sealed class ListQuery(ShopRows rows, EntitySchema entity, JsonObject? conditions)
{
    public IReadOnlyList<JsonObject> Rows()
    {
        var (column, descending) = Order();
        var (offset, limit) = Limit();
        var filters = conditions?.Where(condition => condition.Key is not ("limit" or "orderBy")).ToList() ?? [];
        if (filters.Count == 0 && column is not null && entity.Paged.Contains(column))
        {
            return rows.Unit.Page<JsonObject>(entity.Path, column, descending, offset, limit);
        }

        IEnumerable<JsonObject> found = Candidates(filters);
        // Not-finished orders are hidden from the plain list, and from it alone.
        if (conditions is null && entity.Path == "order")
        {
            found = found.Where(order => order["orderNumber"] is not null);
        }

        found = found.Where(row => filters.TrueForAll(filter => RowConditions.Holds(rows, entity, row, filter.Key, filter.Value)));
        if (column is not null)
        {
            found = Sorted(found, column, descending);
        }

        return found.Skip(offset).Take(limit).ToList();
    }

    private IReadOnlyCollection<JsonObject> Candidates(List<KeyValuePair<string, JsonNode?>> filters)
    {
        var indexed = filters.Find(filter => filter.Key == entity.Index && filter.Value is JsonValue);
        return indexed.Value is { } value ? rows.By(entity.Path, RowValues.AsText(value)) : rows.All(entity.Path);
    }

    private (string? Column, bool Descending) Order()
    {
        if (conditions?["orderBy"] is not JsonObject order)
        {
            return (null, false);
        }

        var parts = order.Text("0").Split('.', 2);
        if (parts.Length < 2 || !entity.Columns.ContainsKey(parts[1]) || (entity.Alias.Length > 0 && parts[0] != entity.Alias))
        {
            throw new RestRejectedException($"[Semantical Error] line 0, col 0 near '{order.Text("0")}': Error: unknown field");
        }

        return (parts[1], order.Text("1").Equals("desc", StringComparison.OrdinalIgnoreCase));
    }

    private (int Offset, int Limit) Limit() => conditions?["limit"] is JsonObject limit
        ? ((int)limit.Long("0"), limit["1"] is null ? int.MaxValue : (int)limit.Long("1"))
        : (0, int.MaxValue);

    private static IEnumerable<JsonObject> Sorted(IEnumerable<JsonObject> found, string column, bool descending)
    {
        var byNumber = descending ? found.OrderByDescending(Number) : found.OrderBy(Number);
        return descending
            ? byNumber.ThenByDescending(row => row.Text(column), StringComparer.OrdinalIgnoreCase)
            : byNumber.ThenBy(row => row.Text(column), StringComparer.OrdinalIgnoreCase);

        decimal Number(JsonObject row) => row[column] is { } node && node.GetValueKind() == System.Text.Json.JsonValueKind.Number ? row.Amount(column) : 0;
    }
}
