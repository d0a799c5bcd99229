using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;

namespace Integration.Acumatica.Stock;

/// <summary>
/// Stock by the inquiries of the Default endpoint: they are PUT with parameters, have no pages, and only the storage details show a warehouse's
/// change stamp.
/// </summary>
internal sealed class EndpointStock(EntityClient client, SessionPool sessions, AcumaticaSettings settings)
{
    /// <summary>More SKUs than this are read with whole warehouses.</summary>
    private const int FewSkus = 25;

    private readonly IReadOnlyList<string> _warehouses =
        settings.Stock.Warehouses.Count > 0 ? settings.Stock.Warehouses : settings.Warehouse is { } one ? [one] : [""];

    /// <summary>SKUs changed since a moment, with the whole item's stamp.</summary>
    public async Task<RowsAnswer> ChangedAsync(DateTimeOffset since, CancellationToken ct)
    {
        var stamp = since.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var answer = await AskAsync("InventoryQuantityAvailable", "Results", new JsonObject { ["LastModifiedDateTime"] = stamp }, ct);
        return answer.Failure is { } failure ? RowsAnswer.Of(failure, answer.SourceTime)
            // The parameter may be ignored by a tenant's own version of the inquiry.
            : new RowsAnswer([.. answer.Record.Rows("Results").Where(row => row.Moment("LastModifiedDateTime") is not { } changed || changed >= since)
                .Select(row => new WarehouseRow(row.Text("InventoryID"), "", row.Number("QtyAvailable") ?? 0, row.Moment("LastModifiedDateTime")))], null, answer.SourceTime);
    }

    /// <summary>Rows of these SKUs; null for all.</summary>
    public async Task<RowsAnswer> ReadAsync(IReadOnlyList<string>? skus, CancellationToken ct)
    {
        var rows = new List<WarehouseRow>();
        DateTimeOffset? clock = null;
        if (skus is { Count: <= FewSkus })
        {
            foreach (var sku in skus)
            {
                foreach (var warehouse in _warehouses)
                {
                    var answer = await AskAsync("InventoryAllocationInquiry", null, Parameters(sku, warehouse), ct);
                    clock ??= answer.SourceTime;
                    // An item that the inquiry does not take keeps no stock: unknown, non-stock, kit, deleted.
                    if (answer.Failure is WriteOutcome.Rejected) continue;
                    if (answer.Failure is { } failure) return RowsAnswer.Of(failure, clock);
                    if (Quantity(answer.Record, "Available", "AvailableForShipping", "OnHand") is { } quantity) rows.Add(new WarehouseRow(sku, warehouse, quantity));
                }
            }

            return new RowsAnswer(rows, null, clock);
        }

        var wanted = skus?.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var warehouse in _warehouses)
        {
            var answer = await AskAsync("StorageDetailsInquiry", "StorageDetails", Parameters("", warehouse), ct);
            clock ??= answer.SourceTime;
            if (answer.Failure is { } failure) return RowsAnswer.Of(failure, clock);
            rows.AddRange(answer.Record.Rows("StorageDetails").Where(row => wanted is null || wanted.Contains(row.Text("InventoryID"))).Select(row => new WarehouseRow(
                row.Text("InventoryID"), warehouse.Length == 0 ? "" : row.Text("WarehouseID"), Quantity(row, "QtyAvailable", "QtyHardAvailable", "QtyOnHand") ?? 0, row.Moment("LastModifiedDateofWarehouseQty"))));
        }

        return new RowsAnswer(rows, null, clock);
    }

    private decimal? Quantity(EntityRecord record, string available, string forShipping, string onHand) => record.Number(settings.Stock.Quantity switch
    {
        StockQuantity.Available => available,
        StockQuantity.ForShipping => forShipping,
        _ => onHand,
    });

    private static JsonObject Parameters(string sku, string warehouse)
    {
        var parameters = new JsonObject();
        if (sku.Length > 0) parameters["InventoryID"] = sku;
        if (warehouse.Length > 0) parameters["WarehouseID"] = warehouse;
        return parameters;
    }

    // An inquiry changes nothing, whatever its verb: without an answer nothing is in doubt.
    private async Task<EntityAnswer> AskAsync(string inquiry, string? expand, JsonObject parameters, CancellationToken ct)
    {
        var answer = await sessions.UseAsync(session => client.PutAsync(session, inquiry, Wire.Wrap(parameters), new EntityQuery { Expand = expand }, ct), ct);
        return answer.Failure is WriteOutcome.Unknown unknown ? answer with { Failure = new WriteOutcome.Unavailable(unknown.Reason) } : answer;
    }
}
