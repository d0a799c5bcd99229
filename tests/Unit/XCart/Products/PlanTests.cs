using Integration.Contracts.Products;
using Integration.XCart.Products;
using Xunit;

namespace Integration.Tests.Unit.XCart.Products;

public sealed class PlanTests
{
    [Fact]
    public void Wholesale_rows_are_added_changed_and_removed_by_group_and_quantity()
    {
        WholesaleRow[] rows = [new(1, "A", 5, 9m), new(2, "A", 10, 8m), new(3, null, 5, 9.5m)];

        var plan = WholesalePlan.Of([new ProductPrice("A", 10, 7m), new ProductPrice("A", 20, 6m), new ProductPrice(null, 5, 9.50m)], rows);

        Assert.Equal([new ProductPrice("A", 20, 6m)], plan.Add);
        Assert.Equal([rows[1] with { Amount = 7m }], plan.Change);
        Assert.Equal([rows[0]], plan.Remove);
    }

    [Fact]
    public void Only_variants_that_differ_are_changed_and_unknown_SKUs_are_named()
    {
        ProductVariant[] shown = [new() { Id = "1", Sku = "S" }, new() { Id = "2", Sku = "M", Price = 11m, Weight = 1m }];

        var plan = VariantPlan.Of([new() { Id = "", Sku = "s", Price = 10m }, new() { Id = "", Sku = "M", Price = 12m, Weight = 1.0m }, new() { Id = "", Sku = "L" }], shown, 10.00m);

        var (id, change) = Assert.Single(plan.Change);
        Assert.Equal(("2", 12m, null), (id, change.Price, change.Weight));
        Assert.Equal(["L"], plan.Missing);
    }
}
