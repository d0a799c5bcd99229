using System.Text.Json.Nodes;
using Integration.Tests.Chaos.Harness;

namespace Integration.Tests.Chaos.Replicas;

/// <summary>The ERP's stock of a few items that nobody buys only rises; in the shop it must never fall, or an older level has overtaken a newer one.</summary>
internal sealed class RisingStock(ChaosStack stack)
{
    private static readonly string[] Skus = ["HUB-7P", "MOUSE-01", "KB-US"];
    private readonly Dictionary<string, long> _shown = [];
    private int _level = 2_000_000;

    /// <summary>Levels that the shop showed after a higher one.</summary>
    public List<string> Falls { get; } = [];

    /// <summary>How often the shop was seen to show another level.</summary>
    public int Rises { get; private set; }

    /// <summary>Lets stock rise and watches the shop until the time is over.</summary>
    public async Task RunAsync(TimeSpan every, CancellationToken until, CancellationToken ct)
    {
        while (!until.IsCancellationRequested)
        {
            _level++;
            await stack.Erp.PostAsync(
                "stock/adjust",
                new JsonObject { ["lines"] = new JsonArray([.. Skus.Select(sku => new JsonObject { ["inventoryId"] = sku, ["warehouseId"] = "MAIN", ["onHand"] = _level })]) }, ct);
            await LookAsync(ct);
            await Task.WhenAny(Task.Delay(every, until));
        }
    }

    /// <summary>Items that do not show the last level in the end.</summary>
    public async Task<IReadOnlyList<string>> BehindAsync(TimeSpan deadline, CancellationToken ct) => await Eventually.LastAsync(
        async token =>
        {
            await LookAsync(token);
            return Skus.Where(sku => _shown[sku] != _level).Select(sku => $"{sku} shows {_shown[sku]} instead of {_level}").ToList();
        },
        behind => behind.Count == 0, deadline, TimeSpan.FromSeconds(1), ct);

    private async Task LookAsync(CancellationToken ct)
    {
        var stock = (await stack.Shop.StateAsync(ct))["stock"]!;
        foreach (var sku in Skus)
        {
            var now = (long)stock[sku]!;
            // What the shop had before the first level came was not ours.
            if (_shown.TryGetValue(sku, out var before) && before >= 2_000_000 && now < before) Falls.Add($"{sku} from {before} to {now}");
            if (_shown.TryGetValue(sku, out before) && now != before) Rises++;
            _shown[sku] = now;
        }
    }
}
