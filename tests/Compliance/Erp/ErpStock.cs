using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Stock;
using Xunit;

namespace Integration.Tests.Compliance.Erp;

/// <summary>What the stock lane relies on in every ERP that shows stock.</summary>
public abstract class ErpStock : IAsyncLifetime
{
    private ErpUnderTest? _erp;

    private IErpStock Stock => Assert.IsType<IErpStock>(_erp!.Erp.Stock, exactMatch: false);

    private IReadOnlyList<string> Skus => _erp!.Features.Skus;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts an ERP with stock of its items at the place <c>MAIN</c>.</summary>
    protected abstract Task<ErpUnderTest> StartAsync();

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => _erp = await StartAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_erp is not null) await _erp.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Skus_are_read_as_they_were_asked_for()
    {
        await _erp!.MoveStockAsync(Skus[0], "MAIN", 12.5m);
        await _erp.MoveStockAsync(Skus[1], "MAIN", -3);

        var figures = await ReadAsync([Skus[1], "NO-SUCH-SKU", Skus[0]]);

        Assert.Equal([Skus[1], "NO-SUCH-SKU", Skus[0]], figures.Select(figure => figure.Sku));
        Assert.Equal(-3, figures[0].Places["MAIN"]);
        Assert.Empty(figures[1].Places);
        Assert.Equal(12.5m, figures[2].Places["MAIN"]);
    }

    [Fact]
    public async Task All_pages_together_hold_every_sku_once()
    {
        await _erp!.MoveStockAsync(Skus[0], "MAIN", 7);
        var all = new List<StockFigure>();
        for (string? after = ""; after is not null;)
        {
            var page = Assert.IsType<ErpStockReading.Read>(await Stock.PageAsync(after, Ct));
            all.AddRange(page.Figures);
            after = page.Next;
        }

        Assert.Equal(all.Count, all.DistinctBy(figure => figure.Sku).Count());
        Assert.Equal(7, all.Single(figure => figure.Sku == Skus[0]).Places["MAIN"]);
        Assert.All(Skus, sku => Assert.Contains(all, figure => figure.Sku == sku));
    }

    [Fact]
    public async Task Pages_hold_every_sku_though_stock_moves_between_them()
    {
        var all = new List<string>();
        var moved = 1m;
        for (string? after = ""; after is not null;)
        {
            var page = Assert.IsType<ErpStockReading.Read>(await Stock.PageAsync(after, Ct));
            all.AddRange(page.Figures.Select(figure => figure.Sku));
            after = page.Next;
            await _erp!.MoveStockAsync(Skus[0], "MAIN", moved++);
        }

        Assert.All(Skus, sku => Assert.Contains(sku, all));
    }

    [Fact]
    public async Task A_broken_answer_is_no_figure_and_a_wish_for_fewer_calls_is_passed_on()
    {
        await ReadAsync([Skus[0]]);
        await _erp!.TroubleWithNextCallAsync(Trouble.HalfAnAnswer);
        Assert.IsType<ErpStockReading.Failed>(await Stock.ReadAsync([Skus[0]], Ct));
        Assert.Single(await ReadAsync([Skus[0]]));

        await _erp.TroubleWithNextCallAsync(Trouble.Throttle);
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<WriteOutcome.Throttled>(Assert.IsType<ErpStockReading.Failed>(await Stock.ReadAsync([Skus[0]], Ct)).Outcome).After);
    }

    [Fact]
    public async Task A_change_is_listed_from_its_moment_on_where_there_are_stamps_and_a_silent_one_is_not()
    {
        var before = await SourceTimeAsync();
        await _erp!.MoveStockAsync(Skus[0], "MAIN", 3);
        await _erp.MoveStockAsync(Skus[1], "MAIN", 4, silent: true);

        var changed = await ChangedAsync(before.AddSeconds(-1));
        if (_erp.Features.ChangeStamps) Assert.Contains(changed, record => record.Id == Skus[0]);
        else Assert.Empty(changed);
        Assert.Empty(await ChangedAsync((await SourceTimeAsync()).AddMinutes(1)));
        Assert.Equal([3m, 4m], (await ReadAsync([Skus[0], Skus[1]])).Select(figure => figure.Places["MAIN"]));
    }

    [Fact]
    public async Task Reading_without_access_says_so()
    {
        await _erp!.RevokeAsync(true);

        Assert.IsType<WriteOutcome.Denied>(Assert.IsType<ErpStockReading.Failed>(await Stock.ReadAsync([Skus[0]], Ct)).Outcome);
        await _erp.RevokeAsync(false);
    }

    private async Task<IReadOnlyList<StockFigure>> ReadAsync(IReadOnlyList<string> skus) => Assert.IsType<ErpStockReading.Read>(await Stock.ReadAsync(skus, Ct)).Figures;

    private async Task<DateTimeOffset> SourceTimeAsync() => Assert.IsType<ErpStockReading.Read>(await Stock.ReadAsync([Skus[0]], Ct)).SourceTime ?? DateTimeOffset.UtcNow;

    private async Task<IReadOnlyList<ChangedRecord>> ChangedAsync(DateTimeOffset since)
    {
        var records = new List<ChangedRecord>();
        await foreach (var page in Stock.ChangedSinceAsync(since, Ct))
        {
            Assert.Null(page.Failure);
            records.AddRange(page.Records);
            if (page.Last) break;
        }

        return records;
    }
}
