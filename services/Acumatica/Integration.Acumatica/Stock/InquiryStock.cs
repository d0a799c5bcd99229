using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Ports;

namespace Integration.Acumatica.Stock;

/// <summary>Stock by a generic inquiry over OData v4, in pages: what large catalogues need.</summary>
internal sealed class InquiryStock(EntityClient client, SessionPool sessions, AcumaticaSettings settings, string inquiry)
{
    private const int PageSize = 500;

    private readonly string _quantity = settings.Stock.Quantity switch
    {
        StockQuantity.Available => "Available",
        StockQuantity.ForShipping => "ForShipping",
        _ => "OnHand",
    };

    /// <summary>Rows changed since a moment, after the first ones.</summary>
    public Task<RowsAnswer> ChangedAsync(DateTimeOffset since, int skip, CancellationToken ct) =>
        AskAsync(string.Create(CultureInfo.InvariantCulture, $"LastModifiedDateTime ge {since.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fff}Z"), skip, ct);

    /// <summary>Rows of these SKUs.</summary>
    public Task<RowsAnswer> ReadAsync(IReadOnlyList<string> skus, CancellationToken ct) =>
        AskAsync(string.Join(" or ", skus.Select(sku => Filter.Equal("InventoryID", sku))), 0, ct);

    /// <summary>All rows, after the first ones.</summary>
    public Task<RowsAnswer> PageAsync(int skip, CancellationToken ct) => AskAsync("", skip, ct);

    // Rows of one item stand together, so that the caller can tell where an item is cut by the page's end.
    private async Task<RowsAnswer> AskAsync(string filter, int skip, CancellationToken ct)
    {
        (string Name, string Value)[] options =
        [
            ("$filter", filter), ("$orderby", "InventoryID,WarehouseID"), ("$skip", skip.ToString(CultureInfo.InvariantCulture)), ("$top", PageSize.ToString(CultureInfo.InvariantCulture)),
        ];
        var query = string.Join('&', options.Where(option => option.Value.Length > 0).Select(option => $"{option.Name}={Uri.EscapeDataString(option.Value)}"));
        var target = $"t/{Uri.EscapeDataString(settings.Tenant)}/api/odata/gi/{Uri.EscapeDataString(inquiry)}?{query}";
        var answer = await sessions.UseAsync(session => client.ReadAsync(session, target, ct), ct);
        if (answer.Failure is { } failure) return RowsAnswer.Of(failure, answer.SourceTime);
        var rows = (answer.Body as JsonObject)?["value"] as JsonArray ?? [];
        return new RowsAnswer([.. rows.OfType<JsonObject>().Select(RowOf)], null, answer.SourceTime, rows.Count >= PageSize || answer.Body?["@odata.nextLink"] is not null);
    }

    private WarehouseRow RowOf(JsonObject row) => new(
        Text(row, "InventoryID"), Text(row, "WarehouseID"), Number(row[_quantity]), Moment(Text(row, "LastModifiedDateTime")), Text(row, "ItemClass"));

    private static string Text(JsonObject row, string column) => row[column] is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : "";

    // Decimals may arrive as text.
    private static decimal Number(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.GetValue<decimal>(),
        JsonValue value when value.TryGetValue<string>(out var text) && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        _ => 0,
    };

    private static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
}
