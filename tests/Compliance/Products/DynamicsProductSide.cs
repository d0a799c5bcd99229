using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;
using Integration.Sandbox.Faults;
using Integration.Tests.Compliance.Erp;
using Integration.Tests.Compliance.Erp.Dynamics;
using Xunit;

namespace Integration.Tests.Compliance.Products;

/// <summary>Finance and Operations on its stand-in, where people make and release products.</summary>
internal sealed class DynamicsProductSide(DynamicsErp erp) : ProductSide
{
    public override IProducts Products => erp.Erp.Products!;

    public static async Task<ProductSide> StartAsync() => new DynamicsProductSide(await DynamicsErp.StartAsync(ownNumbers: true));

    public override async Task<Product> MakeAsync(Product product, CancellationToken ct)
    {
        await erp.ControlAsync("item", new { inventoryId = product.Sku, description = product.Name, price = product.Price, weight = product.Weight });
        return Assert.IsType<ReadOutcome<Product>.Found>(await Products.ReadAsync(product.Sku!, ct)).Value;
    }

    public override void LoseAnswers() => erp.Finance.Faults.Add(Trouble.CommitThenTimeout.Rule() with { Method = "POST" });

    public override void Down() => erp.Finance.Faults.Add(new FaultRule { Kind = FaultKind.Outage, PathContains = "/data/" });

    public override void Heal() => erp.Finance.Faults.Clear();

    public override ValueTask DisposeAsync() => erp.DisposeAsync();
}
