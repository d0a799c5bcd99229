using System.Globalization;
using System.Runtime.CompilerServices;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;

namespace Integration.Acumatica.Stock;

/// <summary>Reads Acumatica's stock, by a generic inquiry where the connection names one, else by the endpoint's inquiries.</summary>
internal sealed class AcumaticaStock(EntityClient client, SessionPool sessions, AcumaticaSettings settings) : IErpStock
{
    // As long as the address stays well below what web servers take.
    private const int SkusOfOneCall = 40;
    private const int BatchOfEndpoint = 500;

    private readonly EndpointStock _endpoint = new(client, sessions, settings);
    private readonly InquiryStock? _inquiry = settings.Stock.Inquiry is { } name ? new InquiryStock(client, sessions, settings, name) : null;

    /// <inheritdoc />
    public CountsOrdersFrom CountsOrdersFrom => settings.Stock.Counts;

    /// <inheritdoc />
    public int BatchSize => _inquiry is null ? BatchOfEndpoint : SkusOfOneCall;

    /// <inheritdoc />
    public async IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var skip = 0; ;)
        {
            var answer = _inquiry is null ? await _endpoint.ChangedAsync(since, ct) : await _inquiry.ChangedAsync(since, skip, ct);
            yield return new ChangePage(
                [.. answer.Rows.Where(row => row.Sku.Length > 0).GroupBy(row => row.Sku, StringComparer.OrdinalIgnoreCase).Select(same => new ChangedRecord(same.Key, same.Max(row => row.StampedAt) ?? since))],
                answer.SourceTime, answer.Failure is null && !answer.More, answer.Failure);
            if (answer.Failure is not null || !answer.More) yield break;
            skip += answer.Rows.Count;
        }
    }

    /// <inheritdoc />
    public async Task<ErpStockReading> ReadAsync(IReadOnlyList<string> skus, CancellationToken ct)
    {
        var rows = new List<WarehouseRow>();
        DateTimeOffset? clock = null;
        foreach (var some in skus.Chunk(BatchSize))
        {
            var answer = _inquiry is null ? await _endpoint.ReadAsync(some, ct) : await _inquiry.ReadAsync(some, ct);
            if (answer.Failure is { } failure) return new ErpStockReading.Failed(failure);
            rows.AddRange(answer.Rows);
            clock ??= answer.SourceTime;
            // More rows than fit on a page: one item stands in that many warehouses.
            if (!answer.More) continue;
            rows.RemoveRange(rows.Count - answer.Rows.Count, answer.Rows.Count);
            if (some.Length == 1) return new ErpStockReading.Failed(new WriteOutcome.Rejected([new Contracts.Operations.Reason("WarehouseID", "An item has more warehouses than fit on a page of the inquiry.")]));
            foreach (var one in some)
            {
                if (await ReadAsync([one], ct) is not ErpStockReading.Read read) return new ErpStockReading.Failed(new WriteOutcome.Unavailable("An item could not be read."));
                rows.AddRange(read.Figures.SelectMany(figure => figure.Places.Select(place => new WarehouseRow(one, place.Key, place.Value, figure.StampedAt, figure.ItemClass))));
            }
        }

        return new ErpStockReading.Read(WarehouseRow.Figures(skus, rows.Where(IsKept)), clock);
    }

    /// <inheritdoc />
    public async Task<ErpStockReading> PageAsync(string after, CancellationToken ct)
    {
        var skip = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var answer = _inquiry is null ? await _endpoint.ReadAsync(null, ct) : await _inquiry.PageAsync(skip, ct);
        if (answer.Failure is { } failure) return new ErpStockReading.Failed(failure);
        if (!answer.More) return new ErpStockReading.Read(WarehouseRow.Figures(answer.Rows.Where(IsKept)), answer.SourceTime);

        // The last item may go on after the page's end: the next page begins with it.
        var last = answer.Rows.Count > 0 ? answer.Rows[^1].Sku : "";
        var whole = answer.Rows.Where(row => !row.Sku.Equals(last, StringComparison.OrdinalIgnoreCase)).ToList();
        if (whole.Count == 0) whole = [.. answer.Rows];
        return new ErpStockReading.Read(WarehouseRow.Figures(whole.Where(IsKept)), answer.SourceTime, (skip + whole.Count).ToString(CultureInfo.InvariantCulture));
    }

    private bool IsKept(WarehouseRow row) => _inquiry is null || settings.Stock.Warehouses.Count == 0 || settings.Stock.Warehouses.Contains(row.Warehouse, StringComparer.OrdinalIgnoreCase);
}
