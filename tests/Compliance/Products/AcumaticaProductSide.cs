using Integration.Connectors.Ports;
using Integration.Sandbox.Faults;
using Integration.Tests.Compliance.Erp;
using Integration.Tests.Compliance.Erp.Acumatica;

namespace Integration.Tests.Compliance.Products;

/// <summary>Acumatica on its stand-in.</summary>
internal sealed class AcumaticaProductSide(AcumaticaErp erp) : ProductSide
{
    public override IProducts Products => erp.Erp.Products!;

    public static async Task<ProductSide> StartAsync() => new AcumaticaProductSide(await AcumaticaErp.StartAsync(unique: true));

    public override void LoseAnswers() => erp.StandIn.Faults.Add(Trouble.CommitThenTimeout.Rule() with { Method = "PUT", PathContains = "StockItem" });

    public override void Down() => erp.StandIn.Faults.Add(new FaultRule { Kind = FaultKind.Outage, PathContains = "/entity/" });

    public override void Heal() => erp.StandIn.Faults.Clear();

    public override ValueTask DisposeAsync() => erp.DisposeAsync();
}
