using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Tests.Chaos.Harness;

namespace Integration.Tests.Chaos.Stock;

/// <summary>
/// R14 in full: customers, shop staff and warehouse on fifty SKUs until so many orders are placed. It keeps its own ledger, which never counts more than is
/// sold: a sale once the shop has confirmed it, a cancellation before it is asked for, goods before they arrive.
/// </summary>
internal sealed class StockMarket(StandIn shop, StandIn erp, int seed)
{
    public const int Skus = 50;
    private const int Customers = 6;
    private const int AtFirst = 5;
    private const int Delivery = 6;
    private const int MostShippedAtOnce = 60;
    private static readonly TimeSpan BetweenPurchases = TimeSpan.FromMilliseconds(90);
    private static readonly TimeSpan BetweenCancellations = TimeSpan.FromMilliseconds(120);
    private static readonly TimeSpan BetweenShipments = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenDeliveries = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _supply = Enumerable.Range(1, Skus).ToDictionary(number => $"BULK-{number:000000}", _ => AtFirst);
    private readonly Dictionary<string, int> _sold = [];
    private readonly ConcurrentQueue<Placed> _cancellable = new();
    private readonly ConcurrentDictionary<string, bool> _empty = new(StringComparer.Ordinal);

    /// <summary>Orders that the shop confirmed.</summary>
    public int Orders { get; private set; }

    /// <summary>Orders that the shop's staff cancelled or declined.</summary>
    public int Cancelled { get; private set; }

    /// <summary>Orders that the warehouse shipped.</summary>
    public int Shipped { get; private set; }

    /// <summary>How often the shop had too little.</summary>
    public int Refused { get; private set; }

    /// <summary>The most pieces that were sold at any moment without ever having been there.</summary>
    public int Oversold { get; private set; }

    /// <summary>The SKUs are there, and nothing of them is in the shop yet.</summary>
    public async Task OpenAsync(CancellationToken ct)
    {
        await shop.PostAsync("products/bulk", new JsonObject { ["count"] = Skus, ["amount"] = 0 }, ct);
        await erp.PostAsync("stock/bulk", new JsonObject { ["count"] = Skus, ["warehouses"] = new JsonArray("MAIN"), ["onHand"] = AtFirst }, ct);
    }

    /// <summary>Buys, cancels, ships and delivers until so many orders are placed.</summary>
    public async Task RunAsync(int orders, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var others = Task.WhenAll(
            RepeatAsync(BetweenCancellations, CancelAsync, over.Token, ct), RepeatAsync(BetweenShipments, ShipAsync, over.Token, ct), RepeatAsync(BetweenDeliveries, DeliverAsync, over.Token, ct));
        await Task.WhenAll(Enumerable.Range(0, Customers).Select(customer => BuyAsync(customer, orders, ct)));
        await over.CancelAsync();
        await others;
    }

    /// <summary>What the shop itself says, against what ever was there.</summary>
    public async Task<StockLedger> LedgerAsync(CancellationToken ct)
    {
        var state = await shop.StateAsync(ct);
        lock (_lock) return StockLedger.Of(state, _supply);
    }

    private static async Task RepeatAsync(TimeSpan pause, Func<CancellationToken, Task> work, CancellationToken until, CancellationToken ct)
    {
        while (!until.IsCancellationRequested)
        {
            await work(ct);
            await Task.Delay(pause, ct);
        }
    }

    private async Task BuyAsync(int customer, int orders, CancellationToken ct)
    {
        var dice = new Random((seed * Customers) + customer);
        for (var index = 0; Orders < orders; index++)
        {
            var (sku, pieces) = ($"BULK-{dice.Next(1, Skus + 1):000000}", dice.Next(1, 3));
            var checkout = Checkout.Good($"market{customer}", index).With("lines", new JsonArray(Checkout.Line(sku, pieces)));
            checkout["customer"]!["guest"] = true;
            if (await shop.BuyAsync(checkout, ct) is { } placed)
            {
                Sold(new Placed(placed.Id, int.Parse(placed.Number, CultureInfo.InvariantCulture), sku, pieces));
            }
            else
            {
                _empty[sku] = true;
                lock (_lock) Refused++;
            }

            await Task.Delay(BetweenPurchases, ct);
        }
    }

    private void Sold(Placed order)
    {
        lock (_lock)
        {
            Orders++;
            _sold[order.Sku] = _sold.GetValueOrDefault(order.Sku) + order.Pieces;
            Oversold = Math.Max(Oversold, _sold[order.Sku] - _supply[order.Sku]);
        }

        // The others are shipped: goods that have left are not given back.
        if (order.Number % 2 == 0) _cancellable.Enqueue(order);
    }

    private async Task CancelAsync(CancellationToken ct)
    {
        if (!_cancellable.TryDequeue(out var order)) return;
        lock (_lock)
        {
            _sold[order.Sku] -= order.Pieces;
            Cancelled++;
        }

        await shop.PostAsync($"orders/{order.Id}/{(Cancelled % 3 == 2 ? "decline" : "cancel")}", new JsonObject(), ct);
    }

    // Sets statuses in the shop.
    private async Task ShipAsync(CancellationToken ct) => Shipped += await Warehouse.ShipOddAsync(erp, MostShippedAtOnce, ct);

    // Where the shop had none left: the moment in which one piece too many would be sold.
    private async Task DeliverAsync(CancellationToken ct)
    {
        var skus = _empty.Keys.ToList();
        if (skus.Count == 0) return;
        lock (_lock)
        {
            foreach (var sku in skus) _supply[sku] += Delivery;
        }

        await erp.PostAsync(
            "stock/receive", new JsonObject { ["lines"] = new JsonArray([.. skus.Select(sku => new JsonObject { ["inventoryId"] = sku, ["warehouseId"] = "MAIN", ["qty"] = Delivery })]) }, ct);
        foreach (var sku in skus) _empty.TryRemove(sku, out _);
    }

    private sealed record Placed(string Id, int Number, string Sku, int Pieces);
}
