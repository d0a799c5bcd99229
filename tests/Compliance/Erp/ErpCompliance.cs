using Integration.Connectors.Outcomes;
using Integration.Contracts.Orders;
using Xunit;

namespace Integration.Tests.Compliance.Erp;

/// <summary>What the lanes rely on in every ERP: a subclass gives the ERP. The rest of the suite stands in the other parts of this class.</summary>
public abstract partial class ErpCompliance : IAsyncLifetime
{
    private ErpUnderTest? _erp;

    /// <summary>The ERP.</summary>
    protected ErpUnderTest Under => _erp!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Sku => Under.Features.Skus[0];

    private string OtherSku => Under.Features.Skus[1];

    private string Currency => Under.Features.Currencies[0];

    /// <summary>Starts an empty ERP.</summary>
    protected abstract Task<ErpUnderTest> StartAsync();

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => _erp = await StartAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_erp is not null) await _erp.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private Order Sample(string number = "1001") => OrderSamples.Of(number, Currency, (Sku, 2m, 9.00m), (OtherSku, 1m, 1.00m));

    private async Task<WriteOutcome> CreateAsync(Order order) => await Under.Erp.SalesOrders.CreateAsync(order.Reference, await Under.DocumentAsync(order), Ct);

    private async Task<LookOutcome> FindAsync(Order order) => await Under.Erp.SalesOrders.FindAsync(order.Reference, await Under.DocumentAsync(order), Ct);

    private async Task<string> CreatedAsync(Order order) => Assert.IsType<WriteOutcome.Done>(await CreateAsync(order)).Ref.Id;
}
