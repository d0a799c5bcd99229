using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Tests.Chaos.Harness;

namespace Integration.Tests.Chaos.Stock;

/// <summary>
/// Customers, shop staff and the ERP's warehouse on a few SKUs at the same time, and the ledger of it: what there ever was, and what was sold and
/// not given back. Orders with an even number may be cancelled, those with an odd one are shipped, so that no goods are given back that have left.
/// </summary>
internal sealed class StockFloor(StandIn shop, StandIn? erp, IReadOnlyList<string> skus)
{
    private static readonly TimeSpan LongestShown = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private int _refused;
    private readonly Dictionary<string, int> _supply = skus.ToDictionary(sku => sku, _ => 0);

    /// <summary>The most pieces that were sold at any moment without ever having been there.</summary>
    public int Oversold { get; private set; }

    /// <summary>How often the shop had too little.</summary>
    public int Refused => _refused;

    /// <summary>Lets the ERP have exactly so many pieces of each SKU.</summary>
    public async Task StockAsync(int pieces, CancellationToken ct)
    {
        if (erp is not null) await erp.PostAsync("stock/adjust", Lines(sku => new JsonObject { ["inventoryId"] = sku, ["warehouseId"] = "MAIN", ["onHand"] = pieces }), ct);
        lock (_lock)
        {
            foreach (var sku in skus) _supply[sku] = pieces;
        }
    }

    /// <summary>Goods arrive wherever the shop has none left: the moment in which one piece too many would be sold.</summary>
    public async Task ReceiveAsync(int pieces, int most, CancellationToken until, CancellationToken ct)
    {
        var arrivals = skus.ToDictionary(sku => sku, _ => 0);
        var shown = new Dictionary<string, Stopwatch>();
        while (!until.IsCancellationRequested && arrivals.Values.Any(times => times < most))
        {
            var state = await shop.StateAsync(ct);
            Oversold = Math.Max(Oversold, LedgerOf(state).Oversold);
            var stock = state["stock"]!;
            foreach (var sku in skus.Where(sku => (int)stock[sku]! > 0)) shown.Remove(sku);
            // The shop has shown the last arrival, or sold it between two looks.
            foreach (var sku in skus.Where(sku => arrivals[sku] < most && (int)stock[sku]! == 0 && !(shown.GetValueOrDefault(sku)?.Elapsed < LongestShown)))
            {
                arrivals[sku]++;
                shown[sku] = Stopwatch.StartNew();
                // Counted before they can be sold.
                lock (_lock) _supply[sku] += pieces;
                await erp!.PostAsync("stock/receive", new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = sku, ["warehouseId"] = "MAIN", ["qty"] = pieces }) }, ct);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
        }
    }

    /// <summary>Customers buy until the time is over; what the shop refuses for lack of stock is no sale.</summary>
    public async Task BuyAsync(string run, int customer, TimeSpan pause, CancellationToken until, CancellationToken ct)
    {
        for (var index = 0; !until.IsCancellationRequested; index++)
        {
            var line = Checkout.Line(skus[(index + customer) % skus.Count], 1 + ((index + customer) % 2));
            var checkout = Checkout.Good($"{run}{customer}", index).With("lines", new JsonArray(line));
            checkout["customer"]!["guest"] = true;
            if (await shop.BuyAsync(checkout, ct) is null) Interlocked.Increment(ref _refused);

            await Task.Delay(pause, ct);
        }
    }

    /// <summary>Staff cancel and decline some orders.</summary>
    public async Task CancelAsync(TimeSpan pause, CancellationToken until, CancellationToken ct)
    {
        for (var turn = 0; !until.IsCancellationRequested; turn++)
        {
            var orders = (await shop.StateAsync(ct))["orders"]!.AsArray().Where(order => Number(order!) % 2 == 0 && StockLedger.IsSale(order!)).ToList();
            if (orders.Count > 0) await shop.PostAsync($"orders/{orders[turn % orders.Count]!["orderId"]}/{(turn % 3 == 2 ? "decline" : "cancel")}", new JsonObject(), ct);
            await Task.Delay(pause, ct);
        }
    }

    /// <summary>The warehouse ships, which sets statuses in the shop.</summary>
    public async Task ShipAsync(TimeSpan pause, CancellationToken until, CancellationToken ct)
    {
        while (!until.IsCancellationRequested)
        {
            await Warehouse.ShipOddAsync(erp!, most: 1, ct);
            await Task.Delay(pause, ct);
        }
    }

    /// <summary>The ledger now.</summary>
    public async Task<StockLedger> LedgerAsync(CancellationToken ct) => LedgerOf(await shop.StateAsync(ct));

    private StockLedger LedgerOf(JsonObject state)
    {
        lock (_lock) return StockLedger.Of(state, _supply);
    }

    private JsonObject Lines(Func<string, JsonObject> line) => new() { ["lines"] = new JsonArray([.. skus.Select(line)]) };

    private static int Number(JsonNode order) => order["orderNumber"] is { } number ? int.Parse(number.ToString(), CultureInfo.InvariantCulture) : 1;
}
