using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;
using Xunit;

namespace Integration.Tests.Compliance.Products;

public sealed class DynamicsProductsCompliance : ProductCompliance
{
    private protected override Task<ProductSide> StartAsync() => DynamicsProductSide.StartAsync();

    [Fact]
    public async Task Products_that_are_only_read_are_neither_made_nor_changed_and_the_reason_is_told()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var side = await StartAsync();
        var mug = Assert.IsType<ReadOutcome<Product>.Found>(await side.Products.ReadAsync("MUG-01", ct)).Value;

        Assert.NotEmpty(Assert.IsType<WriteOutcome.Rejected>(await side.Products.CreateAsync(mug with { Sku = "NEW-1" }, ct)).Reasons);
        Assert.NotEmpty(Assert.IsType<WriteOutcome.Rejected>(await side.Products.UpdateAsync(mug.Id, mug with { Price = 1m }, new HashSet<string> { ProductFields.Price }, ct)).Reasons);

        Assert.IsType<ProductFind.Nothing>(await side.Products.FindAsync("NEW-1", ct));
        Assert.Equal(mug.Price, Assert.IsType<ReadOutcome<Product>.Found>(await side.Products.ReadAsync("MUG-01", ct)).Value.Price);
    }
}
