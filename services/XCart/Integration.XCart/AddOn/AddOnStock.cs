using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.XCart.Api;

namespace Integration.XCart.AddOn;

/// <summary>
/// Stock levels through the add-on: each is set by one statement, and only if it still is what was read. X-Cart itself loses changes of its
/// stock under load and overwrites sales with what is put over its own API (both seen on 5.4.1.5).
/// </summary>
internal sealed class AddOnStock(AddOnBridge bridge) : IStockLevels
{
    private const int MostAsked = 100;
    private const int MostSet = 500;
    private const int LongestQuery = 6000;
    private const long HighestLevel = 4294967295;

    public Task<StockReading> ReadAsync(IReadOnlyCollection<string> skus, CancellationToken ct) => ReadAsync("skus", skus, ct);

    public Task<StockReading> ReadProductsAsync(IReadOnlyCollection<string> products, CancellationToken ct) =>
        products.FirstOrDefault(product => ShopId.Of(product) is null) is null
            ? ReadAsync("products", products, ct)
            : Task.FromResult<StockReading>(new StockReading.Failed(new WriteOutcome.Rejected([new Reason("product", "An X-Cart product id is a positive whole number.")])));

    public async Task<IReadOnlyList<StockResult>> CompareAndSetAsync(IReadOnlyList<StockChange> changes, CancellationToken ct)
    {
        if (changes.Count > 0 && await RefusalAsync(ct) is { } refusal) return [.. changes.Select(_ => new StockResult.Failed(refusal))];
        var results = new List<StockResult>(changes.Count);
        foreach (var part in changes.Chunk(MostSet)) results.AddRange(await SetAsync(part, ct));
        return results;
    }

    private async Task<StockReading> ReadAsync(string name, IReadOnlyCollection<string> values, CancellationToken ct)
    {
        if (values.Count > 0 && await RefusalAsync(ct) is { } refusal) return new StockReading.Failed(refusal);
        var levels = new List<StockLevel>();
        foreach (var query in Queries(name, values.Distinct(StringComparer.Ordinal)))
        {
            switch (await bridge.ReadAsync<StockAnswer>(AddOnCalls.Stock, query, ct))
            {
                case AddOnAnswer<StockAnswer>.Given given:
                    levels.AddRange(given.Value.Items.Select(LevelOf));
                    break;
                case AddOnAnswer<StockAnswer>.Failed failed:
                    return new StockReading.Failed(failed.Outcome);
                default:
                    return new StockReading.Failed(AddOnBridge.Gone);
            }
        }

        return new StockReading.Read(levels);
    }

    private async Task<IEnumerable<StockResult>> SetAsync(StockChange[] changes, CancellationToken ct)
    {
        var sent = changes.Where(IsSendable).ToList();
        if (sent.Count == 0) return changes.Select(_ => Unsendable);
        var body = new JsonObject
        {
            ["items"] = new JsonArray([.. sent.Select(change => new JsonObject
            {
                ["product"] = ShopId.Of(change.Item.Product), ["variant"] = change.Item.Variant is { } variant ? ShopId.Of(variant) : null, ["from"] = change.From, ["to"] = change.To,
            })]),
        };
        var results = await bridge.WriteAsync<StockAnswer>(AddOnCalls.Stock, "", body, ct) switch
        {
            AddOnAnswer<StockAnswer>.Given given when Answers(given.Value.Items, sent) => given.Value.Items.Select(ResultOf),
            AddOnAnswer<StockAnswer>.Given => sent.Select(_ => Failed(new WriteOutcome.Unknown("The add-on's answer does not hold what was asked for."))),
            AddOnAnswer<StockAnswer>.Failed failed => sent.Select(_ => Failed(failed.Outcome)),
            _ => sent.Select(_ => Failed(AddOnBridge.Gone)),
        };
        var next = new Queue<StockResult>(results);
        return [.. changes.Select(change => IsSendable(change) ? next.Dequeue() : Unsendable)];
    }

    private async Task<WriteOutcome?> RefusalAsync(CancellationToken ct) => await bridge.StandAsync(ct) switch
    {
        AddOnStand.Unknown unknown => unknown.Outcome,
        { } stand when stand.Can(AddOnCalls.Stock) => null,
        AddOnStand.Unused unused => new WriteOutcome.Rejected([new Reason("stock", $"The shop's add-on is not used. {unused.Reason} {unused.Fix}")]),
        _ => new WriteOutcome.Rejected([new Reason("stock", "The shop's add-on is needed to set stock without overwriting sales. Install it.")]),
    };

    // One item that the add-on does not understand makes it refuse the whole call.
    private static bool IsSendable(StockChange change) =>
        ShopId.Of(change.Item.Product) is not null && (change.Item.Variant is null || ShopId.Of(change.Item.Variant) is not null)
        && change.From is >= 0 and <= HighestLevel && change.To is >= 0 and <= HighestLevel;

    private static StockResult Unsendable => Failed(new WriteOutcome.Rejected([new Reason("stock", $"Ids are positive whole numbers, levels whole numbers from 0 to {HighestLevel}.")]));

    private static StockResult.Failed Failed(WriteOutcome outcome) => new(outcome);

    private static bool Answers(IReadOnlyList<StockRow> rows, List<StockChange> changes) =>
        rows.Count == changes.Count && rows.Zip(changes).All(pair => ItemOf(pair.First) == pair.Second.Item);

    private static StockResult ResultOf(StockRow row) => (row.Result, row.Actual) switch
    {
        ("set", { } actual) => new StockResult.Set(actual),
        ("unchanged", { } actual) => new StockResult.Unchanged(actual),
        ("conflict", { } actual) => new StockResult.Conflict(actual),
        ("unknown", _) => new StockResult.Unknown(),
        ("notTracked", _) => new StockResult.NotTracked(),
        ("productLevel", _) => new StockResult.FollowsProduct(),
        _ => Failed(new WriteOutcome.Unknown($"The add-on answered '{row.Result}', which this gateway does not know.")),
    };

    private static StockLevel LevelOf(StockRow row) => new(ItemOf(row), row.Sku ?? "", row.Amount, row.Tracked, row.Own);

    private static StockItem ItemOf(StockRow row) =>
        new(row.Product.ToString(CultureInfo.InvariantCulture), row.Variant?.ToString(CultureInfo.InvariantCulture));

    // Web servers refuse long addresses.
    private static IEnumerable<string> Queries(string name, IEnumerable<string> values)
    {
        var parameters = new List<string>();
        var length = 0;
        foreach (var parameter in values.Select(value => $"{name}%5B%5D={Uri.EscapeDataString(value)}"))
        {
            if (parameters.Count == MostAsked || (parameters.Count > 0 && length + parameter.Length > LongestQuery))
            {
                yield return string.Join('&', parameters);
                parameters.Clear();
                length = 0;
            }

            parameters.Add(parameter);
            length += parameter.Length + 1;
        }

        if (parameters.Count > 0) yield return string.Join('&', parameters);
    }
}
