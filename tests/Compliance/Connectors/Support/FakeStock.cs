using System.Globalization;
using Integration.Connectors.Ports;
using Integration.Contracts.Stock;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>An ERP's stock in memory, listed ten SKUs a page.</summary>
internal sealed class FakeStock : IErpStock
{
    public const int PageSize = 10;

    public SortedDictionary<string, decimal> Figures { get; } = new(StringComparer.Ordinal);

    public List<string> Asked { get; } = [];

    public CountsOrdersFrom CountsOrdersFrom => CountsOrdersFrom.Created;

    public int BatchSize => 4;

    public async IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        yield return new ChangePage([], null, Last: true);
    }

    public Task<ErpStockReading> ReadAsync(IReadOnlyList<string> skus, CancellationToken ct) => Task.FromResult<ErpStockReading>(new ErpStockReading.Read([.. skus.Select(Figure)]));

    public Task<ErpStockReading> PageAsync(string after, CancellationToken ct)
    {
        Asked.Add(after);
        var from = after.Length == 0 ? 0 : int.Parse(after, CultureInfo.InvariantCulture);
        var page = Figures.Keys.Skip(from).Take(PageSize).ToList();
        var next = from + page.Count < Figures.Count ? (from + page.Count).ToString(CultureInfo.InvariantCulture) : null;
        return Task.FromResult<ErpStockReading>(new ErpStockReading.Read([.. page.Select(Figure)], Next: next));
    }

    private StockFigure Figure(string sku) => new()
    {
        Sku = sku, Places = Figures.TryGetValue(sku, out var amount) ? new Dictionary<string, decimal> { ["MAIN"] = amount } : [],
    };
}
