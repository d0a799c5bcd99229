using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Stock;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>One SKU of a shop in memory, and the orders that take from it; what happens between two calls is set by the test.</summary>
internal sealed class FakeFloor(FakeShop shop, SetClock clock, string sku) : IStockLevels, ISales
{
    private readonly Dictionary<string, (int Pieces, bool Holds)> _orders = new(StringComparer.Ordinal);

    public long Level { get; private set; }

    /// <summary>Levels that were set.</summary>
    public List<long> Sets { get; } = [];

    /// <summary>Happens once, after the next reading of levels.</summary>
    public Action? AfterLevels { get; set; }

    /// <summary>Happens once, after the next reading of an order.</summary>
    public Action? AfterSale { get; set; }

    /// <summary>Pieces of orders that hold them.</summary>
    public long Sold => _orders.Values.Where(order => order.Holds).Sum(order => order.Pieces);

    public void Start(long level) => Level = level;

    public void Sell(string order, int pieces) => Change(order, pieces, holds: true);

    public void Cancel(string order) => Change(order, _orders[order].Pieces, holds: false);

    public Task<StockReading> ReadAsync(IReadOnlyCollection<string> skus, CancellationToken ct)
    {
        var read = new StockReading.Read([new StockLevel(new StockItem("1"), sku, Level, Tracked: true, Own: true)]);
        (var then, AfterLevels) = (AfterLevels, null);
        then?.Invoke();
        return Task.FromResult<StockReading>(read);
    }

    public Task<StockReading> ReadProductsAsync(IReadOnlyCollection<string> products, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<StockResult>> CompareAndSetAsync(IReadOnlyList<StockChange> changes, CancellationToken ct)
    {
        var change = changes.Single();
        if (Level != change.From) return Task.FromResult<IReadOnlyList<StockResult>>([new StockResult.Conflict(Level)]);
        Level = change.To;
        Sets.Add(change.To);
        return Task.FromResult<IReadOnlyList<StockResult>>([new StockResult.Set(Level)]);
    }

    Task<ReadOutcome<Sale>> ISales.ReadAsync(string orderId, CancellationToken ct)
    {
        var (pieces, holds) = _orders[orderId];
        (var then, AfterSale) = (AfterSale, null);
        then?.Invoke();
        return Task.FromResult<ReadOutcome<Sale>>(new ReadOutcome<Sale>.Found(new Sale(holds, [new StockLine(sku, pieces)])));
    }

    private void Change(string order, int pieces, bool holds)
    {
        Level += holds ? -pieces : pieces;
        _orders[order] = (pieces, holds);
        clock.Pass(TimeSpan.FromMilliseconds(1));
        shop.Pages.Add(new ChangePage([new ChangedRecord(order, clock.GetUtcNow())], null, Last: false));
    }
}
